namespace OpenAIImages.Tests.Support;

/// <summary>Takes the first bytes and breaks at the rest, as a connection does whose other side has left.</summary>
internal sealed class HalfDeafStream : MemoryStream
{
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => throw new IOException("Connection reset by peer");

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        => throw new IOException("Connection reset by peer");
}
