namespace System.IO;

/// <summary>A <see cref="Stream"/> whose asynchronous members take memory, which derived classes can override; it is
/// <see cref="Stream"/> itself on newer targets.</summary>
internal abstract class ReadableStream : Stream
{
    public virtual ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();
}
