using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace OpenAIImages.Emulator.Pipeline;

/// <summary>Reads a body up to a limit, into an array of exactly its length.</summary>
internal static class BodyReader
{
    private const int FirstPiece = 64 * 1_024;

    /// <param name="request">The request.</param>
    /// <param name="limit">The largest number of bytes to read.</param>
    /// <param name="leavesRest">Whether the caller reads the rest of a longer body; otherwise the rest is thrown away.
    /// </param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The body, or its beginning when it is longer than <paramref name="limit"/>.</returns>
    public static async Task<(ReadOnlyMemory<byte> Body, bool IsTooLarge)> ReadAsync(
        HttpRequest request, long limit, bool leavesRest, CancellationToken cancellationToken)
    {
        // The buffer grows with the bytes received, not with the announced length. It doubles, but not beyond that
        // length.
        var announced = Math.Min(request.ContentLength ?? limit, limit);
        var body = Array.Empty<byte>();
        var length = 0;
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            var buffer = read.Buffer;
            var isTooLarge = buffer.Length > limit - length;
            var taken = (int)(isTooLarge ? limit - length : buffer.Length);
            if (length + taken > body.Length)
            {
                var room = Math.Min(Math.Max(2L * body.Length, FirstPiece), announced);
                Array.Resize(ref body, (int)Math.Max(room, length + taken));
            }

            buffer.Slice(0, taken).CopyTo(body.AsSpan(length));
            length += taken;

            // The server drains the rest after the reply, so that the sender can read the reply.
            reader.AdvanceTo(leavesRest ? buffer.GetPosition(taken) : buffer.End);
            if (isTooLarge || read.IsCompleted)
            {
                Array.Resize(ref body, length);

                return (body, isTooLarge);
            }
        }
    }
}
