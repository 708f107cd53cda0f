namespace System.IO.Compression;

/// <summary>Says that this target has no such packing.</summary>
internal sealed class BrotliStream : MemoryStream
{
    public BrotliStream(Stream stream, CompressionMode mode)
        => throw new PlatformNotSupportedException($"There is no {nameof(BrotliStream)} here ({mode}, {stream}).");
}
