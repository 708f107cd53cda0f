namespace OpenAIImages.Tests.Support;

/// <summary>A body that may wait for ever at its end, and that counts how often it is disposed of.</summary>
internal sealed class CountedStream(byte[] bytes, bool waitsAtEnd = false) : MemoryStream(bytes)
{
    private int _disposed;

    public int Disposed => _disposed;

    /// <summary>Completes when the body is read at its end.</summary>
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
