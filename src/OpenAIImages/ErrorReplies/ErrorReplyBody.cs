using System.Buffers;
using OpenAIImages.Headers;

namespace OpenAIImages.ErrorReplies;

/// <summary>Reads the body of a refusal: 16 KiB of it at most, for 5 seconds at most.</summary>
/// <remarks>
/// What was read takes the place of the reply's content, so that handlers and pipelines of the user's can read it, too.
/// <b>Fails</b> only by cancellation: a body that breaks off is as
/// long as it is.
/// </remarks>
internal static class ErrorReplyBody
{
    /// <summary>How much of a refusal is read.</summary>
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
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = timeProvider.CancelAfter(limit, MaxTime);
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
            // Out of time, or the connection was lost. The status counts for more than the rest of the body. A caller
            // who cancelled hears so below, by the own token and not by the one that is also the time limit's.
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
