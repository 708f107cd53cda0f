using System.Buffers;
using System.Runtime.CompilerServices;

namespace OpenAIImages.Decoders;

/// <summary>The body of a reply, seen through one pooled buffer.</summary>
/// <param name="body">The body; disposed with this window.</param>
/// <param name="limit">The largest number of bytes of the body to read.</param>
/// <remarks>
/// <para><b>Memory.</b> The buffer has 64 KiB, whatever passes through it. Buffers of 16 to 256 KiB measured alike. The
/// buffer grows only while the unread bytes do not fit; <see cref="ReplyTokenizer"/>, which leaves most bytes unread,
/// limits that. <see cref="ReplyBuffer.FindQuoteAsync"/> holds the bytes that it reads ahead in addition.</para>
/// </remarks>
internal sealed class ByteWindow(Stream body, long limit) : ReplyBuffer, IDisposable
{
    private const int InitialSize = 64 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _start;
    private int _end;
    private long _received;
    private bool _hasEnded;
    private LookaheadSegments? _lookahead;

    /// <inheritdoc/>
    public override bool IsComplete => _hasEnded;

    /// <inheritdoc/>
    public override Span<byte> Unread => _bytes.AsSpan(_start, _end - _start);

    /// <inheritdoc/>
    public override void Consume(int count)
    {
        base.Consume(count);
        _start += count;
    }

    /// <summary>Removes unread bytes. The bytes after them move forward.</summary>
    /// <param name="at">The number of unread bytes before them.</param>
    /// <param name="count">The number of bytes to remove.</param>
    public void Remove(int at, int count)
    {
        Unread.Slice(at + count).CopyTo(Unread.Slice(at));
        _end -= count;
    }

    /// <inheritdoc/>
    [MethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public override async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        var unread = Unread.Length;
        while (Unread.Length == unread && !_hasEnded)
        {
            if (_lookahead is { IsEmpty: false })
            {
                SwitchTo(_lookahead.Take());
            }
            else
            {
                MakeRoom();
                var read = await body.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
                _end += read;
                _hasEnded = read == 0;
                CountReceived(read);
            }
        }
    }

    /// <inheritdoc/>
    public override ValueTask<int?> FindQuoteAheadAsync(int maxBytes, CancellationToken cancellationToken)
        => _lookahead is { IsEmpty: false } ? default : ReadToQuoteAsync(maxBytes, cancellationToken);

    /// <summary>Reads up to 64 KiB after the end of a document, so that the connection can be used again. The method
    /// ignores faults, since the result is complete by then.</summary>
    public ValueTask DrainAsync(CancellationToken cancellationToken)
    {
        Consume(Unread.Length);

        return _hasEnded ? default : DrainRestAsync(cancellationToken);
    }

    public void Dispose()
    {
        var bytes = _bytes;
        _bytes = [];
        _start = _end = 0;
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }

        _lookahead?.Dispose();
        body.Dispose();
    }

    private async ValueTask DrainRestAsync(CancellationToken cancellationToken)
    {
        try
        {
            for (var passed = 0; !_hasEnded && passed < InitialSize; passed += Unread.Length)
            {
                Consume(Unread.Length);
                await FillAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ImageClientException or IOException)
        {
            // The connection is lost or silent, or the caller has cancelled.
        }
    }

    private async ValueTask<int?> ReadToQuoteAsync(int maxBytes, CancellationToken cancellationToken)
    {
        var lookahead = _lookahead ??= new LookaheadSegments();
        for (var before = Unread.Length; before <= maxBytes;)
        {
            var text = await lookahead.ReadAsync(body, cancellationToken).ConfigureAwait(false);
            CountReceived(text.Length);
            var end = IndexOfSpecial(text.Span);
            if (end >= 0 || text.IsEmpty)
            {
                return end >= 0 && text.Span[end] == (byte)'"' ? before + end : null;
            }

            before += text.Length;
        }

        return null;
    }

    private void CountReceived(int read)
    {
        _received += read;
        if (_received > limit)
        {
            throw AnsweredCall.TooLarge(limit);
        }
    }

    private void MakeRoom()
    {
        // Doubling keeps the work linear: each byte is moved a bounded number of times.
        var isFull = Unread.Length == _bytes.Length;
        MoveTo(isFull ? ArrayPool<byte>.Shared.Rent(_bytes.Length * 2) : _bytes, 0);
    }

    // Usually the remaining bytes fit into the headroom of the segment, so the segment need not move.
    private void SwitchTo(ArraySegment<byte> segment)
    {
        var left = Unread.Length;
        if (left <= LookaheadSegments.Headroom)
        {
            MoveTo(segment.Array!, segment.Offset - left);
        }
        else
        {
            MoveTo(ArrayPool<byte>.Shared.Rent(left + segment.Count), 0);
            segment.AsSpan().CopyTo(_bytes.AsSpan(_end));
            ArrayPool<byte>.Shared.Return(segment.Array!);
        }

        _end += segment.Count;
    }

    private void MoveTo(byte[] target, int offset)
    {
        var unread = Unread;
        unread.CopyTo(target.AsSpan(offset));
        if (target != _bytes)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = target;
        }

        (_start, _end) = (offset, offset + unread.Length);
    }
}
