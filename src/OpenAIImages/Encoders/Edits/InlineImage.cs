using System.Buffers;
using System.Buffers.Text;
using OpenAIImages.Inputs;

namespace OpenAIImages.Encoders;

/// <summary>An image that is sent as base64 inside JSON.</summary>
/// <param name="Source">The image's bytes.</param>
/// <param name="Name">The name of the image in errors.</param>
/// <param name="Length">The length of the image, in bytes.</param>
/// <param name="LinkPrefix">The text before the base64: <c>data:image/png;base64,</c>.</param>
internal sealed record InlineImage(InputSource Source, string Name, long Length, string LinkPrefix)
{
    /// <summary>The number of bytes of one read: a multiple of three, so that only the end of the base64 is
    /// padded.</summary>
    public const int BufferSize = 60 * 1024;

    /// <summary>Gets the number of base64 characters.</summary>
    public long Base64Length => (Length + 2) / 3 * 4;

    /// <summary>Writes the base64.</summary>
    /// <exception cref="ImageInputException">The image cannot be read, or its length has changed.</exception>
    public async Task CopyToAsync(Stream target, object reader, CancellationToken cancellationToken)
    {
        using var stream = Source.Open(reader);
        var bytes = ArrayPool<byte>.Shared.Rent(BufferSize);
        var base64 = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(BufferSize));
        try
        {
            long sent = 0;
            int read;
            do
            {
                read = await Source
                    .FillAsync(stream, bytes.AsMemory(0, BufferSize), cancellationToken).ConfigureAwait(false);
                sent += read;
                if (sent > Length || (read < BufferSize && sent < Length))
                {
                    throw new ImageInputException(Name, "its length changed while the request was sent.");
                }

                Base64.EncodeToUtf8(bytes.AsSpan(0, read), base64, out _, out var written);
                await target.WriteAsync(base64.AsMemory(0, written), cancellationToken).ConfigureAwait(false);
            }
            while (read == BufferSize);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<byte>.Shared.Return(base64);
        }
    }
}
