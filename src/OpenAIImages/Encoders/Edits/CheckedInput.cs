using System.Buffers;
using OpenAIImages.Formats;
using OpenAIImages.Inputs;

namespace OpenAIImages.Encoders;

/// <summary>An image to send whose first bytes were read: its type, its length and its size in pixels.</summary>
internal sealed record CheckedInput(ImageInput Input, InputSource Source, ImageMediaType MediaType, long? Length)
{
    /// <summary>The size in pixels, as the image is shown; <see langword="null"/> when its header does not
    /// say.</summary>
    public (int Width, int Height)? Dimensions { get; init; }

    public bool HasAlpha { get; init; }

    /// <summary>Reads the first bytes of an image.</summary>
    /// <param name="input">The image; not a link or a file id.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="measure">Whether its size in pixels is needed. More bytes are read then.</param>
    /// <param name="cancellationToken">Abandons the reading.</param>
    /// <exception cref="ImageInputException">The image cannot be read, or is no image.</exception>
    public static async ValueTask<CheckedInput> CheckAsync(
        ImageInput input, string name, bool measure, CancellationToken cancellationToken)
    {
        var head = ArrayPool<byte>.Shared.Rent(
            measure ? ImageHeader.MaxUsefulBytes : ImageSignatures.MaxUsefulBytes);
        try
        {
            var count = await input.Source!.PeekAsync(head, cancellationToken).ConfigureAwait(false);

            return Check(input, name, head.AsSpan(0, count));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(head);
        }
    }

    private static CheckedInput Check(ImageInput input, string name, ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
        {
            throw new ImageInputException(name, input, "it is empty.");
        }

        var mediaType = input.MediaType ?? ImageMediaType.Detect(head);
        if (mediaType == ImageMediaType.Unknown)
        {
            throw new ImageInputException(
                name,
                input,
                "its first bytes are those of no known image. Give its media type if you know better.");
        }

        var header = ImageHeader.Read(head);

        return new CheckedInput(input, input.Source!, mediaType, input.Source!.Length)
        {
            Dimensions = header?.Dimensions,
            HasAlpha = header?.HasAlpha ?? false,
        };
    }
}
