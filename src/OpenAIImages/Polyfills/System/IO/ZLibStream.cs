namespace System.IO.Compression;

/// <summary>Says that this target has no such packing.</summary>
internal sealed class ZLibStream : MemoryStream
{
    public ZLibStream(Stream stream, CompressionMode mode)
        => throw new PlatformNotSupportedException($"There is no {nameof(ZLibStream)} here ({mode}, {stream}).");
}
