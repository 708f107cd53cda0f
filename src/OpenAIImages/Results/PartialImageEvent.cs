using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>An unfinished image, to show while the service draws the rest.</summary>
/// <remarks>Immutable. Each partial image is billed, and is a complete file. There may be fewer partial images than the
/// request asked for.</remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public sealed record PartialImageEvent : ImageStreamEvent
{
    private readonly ImageOutput _image;

    /// <summary>Makes the event of a partial image.</summary>
    /// <param name="image">The image.</param>
    /// <exception cref="ArgumentNullException"><paramref name="image"/> is <see langword="null"/>.</exception>
    public PartialImageEvent(ImageOutput image) => _image = Guard.NotNull(image);

    /// <summary>Gets the partial image. It always has its bytes, or a link to them.</summary>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public ImageOutput Image
    {
        get => _image;
        init => _image = Guard.NotNull(value, nameof(Image));
    }

    /// <summary>Gets the index among the partial images of one image, from 0 (<c>partial_image_index</c>).</summary>
    public int PartialImageIndex { get; init; }

    /// <summary>Gets the time at which the image was made, in UTC (<c>created_at</c>), if the server named
    /// it.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Gets the size (<c>size</c>), if the server named it. It may be <see cref="ImageSize.Auto"/>.</summary>
    public ImageSize? Size { get; init; }

    /// <summary>Gets the quality (<c>quality</c>), if the server named it. It may be <c>auto</c>.</summary>
    public ImageQuality? Quality { get; init; }

    /// <summary>Gets the background (<c>background</c>), if the server named it. It may be <c>auto</c>.</summary>
    public ImageBackground? Background { get; init; }

    /// <summary>Gets the file format as the server names it (<c>output_format</c>), if it does.</summary>
    /// <remarks><see cref="ImageOutput.MediaType"/> shows the real format of the bytes.</remarks>
    public ImageFileFormat? OutputFormat { get; init; }

    /// <summary>Returns a text that may be logged.</summary>
    /// <returns>Both indices and the image, without its bytes.</returns>
    public override string ToString()
        => $"{nameof(PartialImageEvent)} {{ {ImageIndex}, {PartialImageIndex}, {Image} }}";
}
