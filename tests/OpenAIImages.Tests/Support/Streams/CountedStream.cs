namespace OpenAIImages.Tests.Support;

/// <summary>A body that can wait without end at its last byte, and that counts its disposals.</summary>
internal sealed class CountedStream(byte[] bytes, bool waitsAtEnd = false) : MemoryStream(bytes)
{
    private int _disposed;

    public int Disposed => _disposed;

    /// <summary>Completes when a reader waits at the end of the body.</summary>
    public TaskCompletionSource Waits { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (waitsAtEnd && Position == Length)
        {
            Waits.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return Read(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Interlocked.Increment(ref _disposed);
        }

        base.Dispose(disposing);
    }
}
