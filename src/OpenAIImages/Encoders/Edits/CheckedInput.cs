using System.Buffers;
using OpenAIImages.Formats;
using OpenAIImages.Inputs;

namespace OpenAIImages.Encoders;

/// <summary>A picture to send, looked at: what kind of file it is, how long, and how large the picture in it.</summary>
internal sealed record CheckedInput(ImageInput Input, InputSource Source, ImageMediaType MediaType, long? Length)
{
    /// <summary>The sides in pixels, as the picture is shown; nothing when its header does not say.</summary>
    public (int Width, int Height)? Dimensions { get; init; }

    public bool HasAlpha { get; init; }

    /// <summary>Looks at a picture.</summary>
    /// <param name="input">The picture; not a reference.</param>
    /// <param name="name">What to call it in an error.</param>
    /// <param name="measure">Whether its sides matter, for which more of it must be read.</param>
    /// <param name="cancellationToken">Abandons the looking.</param>
    /// <exception cref="ImageInputException">It cannot be read, or is no picture.</exception>
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
