using System.Runtime.InteropServices;

namespace System.IO;

internal static class StreamPolyfills
{
    public static ValueTask<int> ReadAsync(
        this Stream stream, Memory<byte> buffer, CancellationToken cancellationToken = default)
        => stream is ReadableStream readable
                ? readable.ReadAsync(buffer, cancellationToken)
            : MemoryMarshal.TryGetArray<byte>(buffer, out var array)
                ? new(stream.ReadAsync(array.Array!, array.Offset, array.Count, cancellationToken))
            : ThroughArrayAsync(stream, buffer, cancellationToken);

    private static async ValueTask<int> ThroughArrayAsync(
        Stream stream, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var array = new byte[buffer.Length];
        var read = await stream.ReadAsync(array, 0, array.Length, cancellationToken).ConfigureAwait(false);
        array.AsSpan(0, read).CopyTo(buffer.Span);

        return read;
    }
}
