namespace System.IO.Compression;

/// <summary>Throws, since this target has no Brotli.</summary>
internal sealed class MissingBrotli : MemoryStream
{
    public MissingBrotli(Stream stream, CompressionMode mode)
        => throw new PlatformNotSupportedException($"There is no Brotli here ({mode}, {stream}).");
}
