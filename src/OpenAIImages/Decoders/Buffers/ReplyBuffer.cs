using System.Buffers;
using System.Runtime.CompilerServices;

namespace OpenAIImages.Decoders;

/// <summary>The body of a reply, seen through one pooled buffer.</summary>
/// <param name="body">The body; disposed with this.</param>
/// <param name="limit">How many bytes of it to read before giving up.</param>
/// <remarks>
/// <para>After <see cref="BeginEvents"/> it shows the data of one server-sent event at a time, as if that were the
/// whole body.</para>
/// <para><b>Memory.</b> 64 KiB, whatever passes through; buffers of 16 to 256 KiB measured alike. The buffer grows only
/// while the unread bytes do not fit; <see cref="ReplyTokenizer"/>, which leaves most bytes unread, limits that. <see
/// cref="FindQuoteAsync"/> holds what it reads ahead in addition.</para>
/// <para>Readers may change the unread bytes: base64 is cleaned in place.</para>
/// </remarks>
internal sealed class ReplyBuffer(Stream body, long limit) : IDisposable
{
    private const int InitialSize = 64 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _start;
    private int _end;

    // Bytes received but not yet split into event data and framing. Empty unless the body is an event stream.
    private int _unparsedStart;
    private int _unparsedEnd;
    private EventFraming? _framing;
    private LookaheadSegments? _lookahead;
    private bool _hasBodyEnded;
    private long _received;

    /// <summary>Gets whether the body, or its current event, has come whole; no bytes will follow the unread
    /// ones.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Gets how many bytes have been consumed.</summary>
    public long Consumed { get; private set; }

    /// <summary>Gets the name of the current event, if it came before the data.</summary>
    public string? LeadingName => _framing?.LeadingName;

    /// <summary>Gets the name of the event that has ended, wherever it stood.</summary>
    public string? FinalName => _framing?.Name;

    public Span<byte> Unread => _bytes.AsSpan(_start, _end - _start);

    public void Consume(int count)
    {
        _start += count;
        Consumed += count;
    }

    /// <summary>Treats the unread bytes, and all that follow, as server-sent events. <see cref="NextEventAsync"/>
    /// begins the first.</summary>
    public void BeginEvents()
    {
        _framing = new EventFraming();
        (_unparsedStart, _unparsedEnd) = (_start, _end);
        _end = _start;
        _hasBodyEnded = IsComplete;
        IsComplete = true;
    }

    /// <summary>Skips the rest of the current event and begins the next one.</summary>
    /// <returns>Whether there is one.</returns>
    public async ValueTask<bool> NextEventAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Consume(Unread.Length);
            if (!IsComplete)
            {
                await FillAsync(cancellationToken).ConfigureAwait(false);
                continue;
            }

            _framing!.BeginEvent();
            IsComplete = false;
            await FillAsync(cancellationToken).ConfigureAwait(false);
            if (_framing.HasData)
            {
                return true;
            }

            if (_hasBodyEnded && _unparsedStart == _unparsedEnd)
            {
                return false;
            }
        }
    }

    /// <summary>Reads until more bytes are unread, or the body or the event has ended.</summary>
    /// <exception cref="ImageDecodeException">The body is longer than its limit.</exception>
    [MethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        var unread = Unread.Length;
        ParseFraming();
        while (HasNothingNew(unread))
        {
            if (_lookahead is { IsEmpty: false })
            {
                SwitchTo(_lookahead.Take());
                ParseFraming();
            }
            else
            {
                MakeRoom();
                var room = _bytes.AsMemory(_unparsedEnd);
                Accept(await body.ReadAsync(room, cancellationToken).ConfigureAwait(false));
            }
        }
    }

    /// <summary>Reads ahead to the next quote, without consuming anything.</summary>
    /// <param name="maxBytes">How many bytes to read before giving up.</param>
    /// <param name="cancellationToken">Abandons the reading.</param>
    /// <returns>How many bytes come before the quote; <see langword="null"/> when an escape or a line break comes
    /// first, or no quote.</returns>
    /// <exception cref="ImageDecodeException">The body is longer than its limit.</exception>
    public ValueTask<int?> FindQuoteAsync(int maxBytes, CancellationToken cancellationToken)
    {
        var end = IndexOfSpecial(Unread);
        var isAll = IsComplete || _unparsedStart != _unparsedEnd || _lookahead is { IsEmpty: false };

        return end >= 0 || isAll
            ? new(end >= 0 && Unread[end] == (byte)'"' ? end : null)
            : FindQuoteAheadAsync(maxBytes, cancellationToken);
    }

    /// <summary>Reads until so many bytes are unread, or the end has come.</summary>
    [MethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask FillToAsync(int count, CancellationToken cancellationToken)
    {
        while (Unread.Length < count && !IsComplete)
        {
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads more behind what is unread.</summary>
    /// <exception cref="ImageDecodeException">There is no more.</exception>
    public ValueTask RequireMoreAsync(CancellationToken cancellationToken)
        => !IsComplete
            ? FillAsync(cancellationToken)
            : throw new ImageDecodeException(
                $"The reply ends early, after {Consumed + Unread.Length} bytes: it was cut short on its way.");

    /// <summary>Reads until twice as many bytes are unread, or the end has come.</summary>
    /// <remarks>For readers that start again at the first unread byte each time: however small the pieces that arrive,
    /// each byte is read a bounded number of times.</remarks>
    /// <exception cref="ImageDecodeException">There is no more.</exception>
    public async ValueTask FillToDoubleAsync(CancellationToken cancellationToken)
    {
        var doubled = Unread.Length * 2;
        await RequireMoreAsync(cancellationToken).ConfigureAwait(false);
        await FillToAsync(doubled, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads what follows the end of a document, up to 64 KiB, so that the connection can be used again.
    /// Faults are ignored: the result is complete by then.</summary>
    public ValueTask DrainAsync(CancellationToken cancellationToken)
    {
        Consume(Unread.Length);

        return IsComplete ? default : DrainRestAsync(cancellationToken);
    }

    public void Dispose()
    {
        var bytes = _bytes;
        _bytes = [];
        _start = _end = _unparsedStart = _unparsedEnd = 0;
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }

        _lookahead?.Dispose();
        body.Dispose();
    }

    private static int IndexOfSpecial(ReadOnlySpan<byte> text)
        => text.IndexOfAny((byte)'"', (byte)'\\', (byte)'\n');

    private async ValueTask DrainRestAsync(CancellationToken cancellationToken)
    {
        try
        {
            for (var passed = 0; !IsComplete && passed < InitialSize; passed += Unread.Length)
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

    private async ValueTask<int?> FindQuoteAheadAsync(int maxBytes, CancellationToken cancellationToken)
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

    private bool HasNothingNew(int unread) => Unread.Length == unread && !IsComplete;

    private void Accept(int read)
    {
        _unparsedEnd += read;
        _hasBodyEnded = read == 0;
        CountReceived(read);
        ParseFraming();
    }

    private void CountReceived(int read)
    {
        _received += read;
        if (_received > limit)
        {
            throw AnsweredCall.TooLarge(limit);
        }
    }

    private Span<byte> Unparsed => _bytes.AsSpan(_unparsedStart, _unparsedEnd - _unparsedStart);

    private void ParseFraming()
    {
        if (_framing is null)
        {
            AppendToUnread(_unparsedEnd - _unparsedStart);
        }

        while (!IsComplete && _unparsedStart < _unparsedEnd)
        {
            switch (_framing!.Classify(Unparsed, _hasBodyEnded, out var length))
            {
                case EventPart.NeedsInput: return;
                case EventPart.Data: AppendToUnread(length); break;
                case EventPart.LineBreak:
                    // There is room: the end of the last line and the name of the field were here.
                    _bytes[_end++] = (byte)'\n';
                    _unparsedStart += length;
                    break;
                case EventPart.End:
                    _unparsedStart += length;
                    IsComplete = _framing.HasData;
                    if (!IsComplete)
                    {
                        _framing.BeginEvent();
                    }

                    break;
                default: _unparsedStart += length; break;
            }
        }

        // The last event may lack the blank line that ends it.
        IsComplete |= _hasBodyEnded;
    }

    // Usually the bytes lie right behind the unread ones, and nothing is moved.
    private void AppendToUnread(int length)
    {
        if (_start == _end)
        {
            _start = _end = _unparsedStart;
        }
        else if (_end != _unparsedStart)
        {
            _bytes.AsSpan(_unparsedStart, length).CopyTo(_bytes.AsSpan(_end));
        }

        _unparsedStart += length;
        _end += length;
    }

    private void MakeRoom()
    {
        // Doubling keeps the work linear: each byte is moved a bounded number of times.
        var isFull = Unread.Length + _unparsedEnd - _unparsedStart == _bytes.Length;
        MoveTo(isFull ? ArrayPool<byte>.Shared.Rent(_bytes.Length * 2) : _bytes, 0);
    }

    // Usually the bytes that are left fit into the headroom of the segment, and the segment is not moved.
    private void SwitchTo(ArraySegment<byte> segment)
    {
        var left = Unread.Length + _unparsedEnd - _unparsedStart;
        if (left <= LookaheadSegments.Headroom)
        {
            MoveTo(segment.Array!, segment.Offset - left);
        }
        else
        {
            MoveTo(ArrayPool<byte>.Shared.Rent(left + segment.Count), 0);
            segment.AsSpan().CopyTo(_bytes.AsSpan(_unparsedEnd));
            ArrayPool<byte>.Shared.Return(segment.Array!);
        }

        _unparsedEnd += segment.Count;
    }

    private void MoveTo(byte[] target, int offset)
    {
        var unread = Unread;
        var unparsed = Unparsed;
        unread.CopyTo(target.AsSpan(offset));
        unparsed.CopyTo(target.AsSpan(offset + unread.Length));
        if (target != _bytes)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = target;
        }

        (_start, _end) = (offset, offset + unread.Length);
        (_unparsedStart, _unparsedEnd) = (_end, _end + unparsed.Length);
    }
}
