using System.Runtime.InteropServices;

namespace System.IO;

internal static class StreamPolyfills
{
    public static async ValueTask<int> ReadAsync(
        this Stream stream, Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (MemoryMarshal.TryGetArray<byte>(buffer, out var segment))
        {
            return await stream
                .ReadAsync(segment.Array!, segment.Offset, segment.Count, cancellationToken)
                .ConfigureAwait(false);
        }

        var array = new byte[buffer.Length];
        var read = await stream.ReadAsync(array, 0, array.Length, cancellationToken).ConfigureAwait(false);
        array.AsSpan(0, read).CopyTo(buffer.Span);

        return read;
    }
}
