using Microsoft.AspNetCore.Http;

namespace OpenAIImages.Emulator.Endpoints;

/// <summary>Reads a body up to a limit.</summary>
internal static class BodyReader
{
    /// <returns>The body, or its beginning when it is longer than <paramref name="limit"/>.</returns>
    public static async Task<(ReadOnlyMemory<byte> Body, bool IsTooLarge)> ReadAsync(
        HttpRequest request, long limit, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            var buffer = read.Buffer;
            var room = limit - body.Length;
            var isTooLarge = buffer.Length > room;
            foreach (var segment in isTooLarge ? buffer.Slice(0, room) : buffer)
            {
                body.Write(segment.Span);
            }

            // What is left over is for the server to drain after the reply, so that the sender gets to read it.
            reader.AdvanceTo(buffer.End);
            if (isTooLarge || read.IsCompleted)
            {
                return (body.GetBuffer().AsMemory(0, (int)body.Length), isTooLarge);
            }
        }
    }
}
