namespace OpenAIImages.Tests.Support;

/// <summary>Fails on the first write, as a connection that its other side has closed.</summary>
internal sealed class BreakingStream : MemoryStream
{
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => throw new IOException("Connection reset by peer");

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        => throw new IOException("Connection reset by peer");
}
