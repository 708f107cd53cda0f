namespace OpenAIImages.Inputs;

/// <summary>A caller's stream, read after what was read of it before, and left open.</summary>
/// <param name="stream">The stream.</param>
/// <param name="start">Where it begins, if it can seek.</param>
/// <param name="head">What was read of it before.</param>
internal sealed class BorrowedStream(Stream stream, long? start, ReadOnlyMemory<byte> head) : ReadableStream
{
    private readonly StreamOwnership _ownership = StreamOwnership.For(stream);
    private ReadOnlyMemory<byte> _head = head;
    private long _position = start ?? 0;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Becomes the one that reads the stream.</summary>
    /// <returns>Whether that is possible; not while another reads it.</returns>
    public bool TryTake(object reader) => _ownership.TryTake(this, reader);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_head.IsEmpty)
        {
            return ReadOnAsync(buffer, cancellationToken);
        }

        var count = Math.Min(buffer.Length, _head.Length);
        _head.Slice(0, count).CopyTo(buffer);
        _head = _head.Slice(count);

        return new ValueTask<int>(count);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
        => throw new NotSupportedException("An image is read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _ownership.Release(this);
        base.Dispose(disposing);
    }

    // Each read seeks first: an attempt that was given up may have had one under way.
    private async ValueTask<int> ReadOnAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        await _ownership.ReadLock.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_ownership.IsOwner(this))
            {
                throw new IOException("It is read again by a later attempt.");
            }

            if (start is not null)
            {
                stream.Position = _position;
            }

            var read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            _position += read;

            return read;
        }
        finally
        {
            _ownership.ReadLock.Release();
        }
    }
}
