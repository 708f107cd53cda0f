using System.Runtime.InteropServices;

namespace System.IO;

internal static class StreamWritePolyfills
{
    public static ValueTask WriteAsync(
        this Stream stream, ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var segment = MemoryMarshal.TryGetArray(buffer, out var array)
            ? array
            : new ArraySegment<byte>(buffer.ToArray());

        return new ValueTask(stream.WriteAsync(segment.Array!, segment.Offset, segment.Count, cancellationToken));
    }
}
