using System.Buffers;
using OpenAIImages.Headers;

namespace OpenAIImages.ErrorReplies;

/// <summary>Reads the body of an error reply: at most 16 KiB, for at most 5 seconds.</summary>
/// <remarks>
/// The bytes replace the reply's content, so that the user's handlers and pipelines can read them, too. The method
/// <b>fails</b> only by cancellation: it returns the beginning of a body that breaks off.
/// </remarks>
internal static class ErrorReplyBody
{
    /// <summary>The largest number of bytes that are read from an error reply.</summary>
    public const int MaxBytes = 16 * 1024;

    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(5);

    public static async Task<byte[]> ReadAsync(
        HttpResponseMessage reply, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        if (reply.Content is ReadContent read)
        {
            return read.Bytes;
        }

        var bytes = reply.Content is { } content
            ? await ReadContentAsync(content, timeProvider, cancellationToken).ConfigureAwait(false)
            : [];
        reply.Content?.Dispose();
        reply.Content = new ReadContent(bytes);

        return bytes;
    }

    private static async Task<byte[]> ReadContentAsync(
        HttpContent content, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        using var limit = TimeLimit.Begin(timeProvider, MaxTime, cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(MaxBytes);
        var length = 0;
        try
        {
            using var sent = await content.ReadAsStreamAsync(limit.Token).ConfigureAwait(false);
            using var body = CompressedBody.Decompress(sent, content.Headers);
            int read;
            do
            {
                var rest = buffer.AsMemory(length, MaxBytes - length);
                read = await body.ReadAsync(rest, limit.Token).ConfigureAwait(false);
                length += read;
            }
            while (read > 0 && length < MaxBytes);
        }
        catch (Exception)
        {
            // The time is over, or the connection is lost. The status matters more than the rest of the body. If the
            // caller cancelled, the check below throws with the caller's token and not with the linked token.
        }

        var bytes = buffer.AsSpan(0, length).ToArray();
        ArrayPool<byte>.Shared.Return(buffer);
        cancellationToken.ThrowIfCancellationRequested();

        return bytes;
    }

    private sealed class ReadContent(byte[] bytes) : ByteArrayContent(bytes)
    {
        public byte[] Bytes { get; } = bytes;
    }
}
