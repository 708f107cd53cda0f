namespace System.IO.Compression;

/// <summary>Says that this target has no such packing.</summary>
internal sealed class MissingBrotli : MemoryStream
{
    public MissingBrotli(Stream stream, CompressionMode mode)
        => throw new PlatformNotSupportedException($"There is no Brotli here ({mode}, {stream}).");
}
