using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>An image that is finished.</summary>
/// <remarks>Immutable. One event comes for each image of the call.</remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public sealed record CompletedImageEvent : ImageStreamEvent
{
    private readonly ImageOutput _image;

    /// <summary>Makes the event of a finished image.</summary>
    /// <param name="image">The image.</param>
    /// <exception cref="ArgumentNullException"><paramref name="image"/> is <see langword="null"/>.</exception>
    public CompletedImageEvent(ImageOutput image) => _image = Guard.NotNull(image);

    /// <summary>Gets the image.</summary>
    /// <value>If a server ends its stream with an event about the whole call, the event has no image, and <see
    /// cref="ImageOutput.IsWithheld"/> is <see langword="true"/>.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public ImageOutput Image
    {
        get => _image;
        init => _image = Guard.NotNull(value, nameof(Image));
    }

    /// <summary>Gets the tokens (<c>usage</c>), if the server counted them.</summary>
    public ImageUsage? Usage { get; init; }

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

    /// <summary>Gets the identifier of the end user that the server used (<c>safety_identifier</c>), if the server
    /// named it.
    /// </summary>
    public string? SafetyIdentifier { get; init; }

    /// <summary>Returns a text that may be logged.</summary>
    /// <returns>The index and the image, without its bytes.</returns>
    public override string ToString() => $"{nameof(CompletedImageEvent)} {{ {ImageIndex}, {Image} }}";
}
