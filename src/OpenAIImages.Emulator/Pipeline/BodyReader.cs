using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace OpenAIImages.Emulator.Pipeline;

/// <summary>Reads a body up to a limit, into memory of just its length.</summary>
internal static class BodyReader
{
    private const int FirstPiece = 64 * 1_024;

    /// <param name="request">The request.</param>
    /// <param name="limit">How much is read.</param>
    /// <param name="leavesRest">Whether what is longer is to be read by somebody else; it is thrown away otherwise.
    /// </param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The body, or its beginning when it is longer than <paramref name="limit"/>.</returns>
    public static async Task<(ReadOnlyMemory<byte> Body, bool IsTooLarge)> ReadAsync(
        HttpRequest request, long limit, bool leavesRest, CancellationToken cancellationToken)
    {
        // Memory follows what has come, never what is announced. It doubles, but not beyond what is announced.
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

            // The server drains the rest after the reply, so that the sender gets to read the reply.
            reader.AdvanceTo(leavesRest ? buffer.GetPosition(taken) : buffer.End);
            if (isTooLarge || read.IsCompleted)
            {
                Array.Resize(ref body, length);

                return (body, isTooLarge);
            }
        }
    }
}
