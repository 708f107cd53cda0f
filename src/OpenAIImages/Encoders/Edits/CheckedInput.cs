using System.Buffers;
using OpenAIImages.Formats;
using OpenAIImages.Inputs;

namespace OpenAIImages.Encoders;

/// <summary>The type, the length and the size in pixels of an image to send, found from its first bytes.</summary>
internal sealed record CheckedInput(ImageInput Input, InputSource Source, ImageMediaType MediaType, long? Length)
{
    /// <summary>The size of the shown image, in pixels; <see langword="null"/> when the header does not name
    /// it.</summary>
    public (int Width, int Height)? Dimensions { get; init; }

    public bool HasAlpha { get; init; }

    /// <summary>Reads the first bytes of an image.</summary>
    /// <param name="input">The image; not a link or a file id.</param>
    /// <param name="name">The name of the image in errors.</param>
    /// <param name="measure">Whether to find the size in pixels, for which the method reads more bytes.</param>
    /// <param name="cancellationToken">Abandons the reading.</param>
    /// <exception cref="ImageInputException">The image cannot be read, or is not an image.</exception>
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
