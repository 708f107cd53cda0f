using OpenAIImages.Bytes;

namespace OpenAIImages.Inputs;

/// <summary>A caller's stream, after bytes that were read before. The caller's stream stays open.</summary>
/// <param name="stream">The stream.</param>
/// <param name="start">The position of the beginning, if the stream can seek.</param>
/// <param name="head">The bytes that were read before.</param>
internal sealed class BorrowedStream(Stream stream, long? start, ReadOnlyMemory<byte> head) : AsyncReadStream
{
    private readonly StreamOwnership _ownership = StreamOwnership.For(stream);
    private ReadOnlyMemory<byte> _head = head;
    private long _position = start ?? 0;

    /// <summary>Becomes the owner of the caller's stream.</summary>
    /// <returns>Whether this is the owner now; <see langword="false"/> while another reader is the owner.</returns>
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

    protected override void Dispose(bool disposing)
    {
        _ownership.Release(this);
        base.Dispose(disposing);
    }

    // Each read seeks first, since a read of an abandoned attempt may have moved the position.
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
