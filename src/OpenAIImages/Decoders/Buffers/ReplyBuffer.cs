using System.Buffers;
using System.Runtime.CompilerServices;

namespace OpenAIImages.Decoders;

/// <summary>The body of a reply, seen through one pooled buffer.</summary>
/// <param name="body">The body; disposed with this.</param>
/// <param name="limit">How many bytes of it to read before giving up.</param>
/// <remarks>
/// <para>Of a body of server-sent events it shows the data of one event at a time, as if that were the whole body:
/// see <see cref="BeginEvents"/>.</para>
/// <para><b>Memory.</b> 64 KiB, whatever passes through; 16 to 256 KiB measured alike. It grows only while what is
/// unread does not fit; <see cref="PictureTokenizer"/>, which leaves the most unread, bounds it. What is read ahead is
/// held besides, see <see cref="FindQuoteAsync"/>.</para>
/// <para>The bytes may be changed by whoever reads them: base64 is cleaned in place.</para>
/// </remarks>
internal sealed class ReplyBuffer(Stream body, long limit) : IDisposable
{
    private const int FirstSize = 64 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _start;
    private int _end;

    // Behind what is unread, what has been received but not been told apart yet. Nothing, unless there are events.
    private int _rawStart;
    private int _rawEnd;
    private EventLines? _lines;
    private ReadAhead? _ahead;
    private bool _hasBodyEnded;
    private long _received;

    /// <summary>Gets whether the body has ended, or its current event; what is unread is then all there is.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Gets how many bytes have been consumed.</summary>
    public long Consumed { get; private set; }

    /// <summary>Gets the name of the current event, if it came before the data.</summary>
    public string? LeadingName => _lines?.LeadingName;

    /// <summary>Gets the name of the event that has ended, wherever it stood.</summary>
    public string? FinalName => _lines?.Name;

    public Span<byte> Unread => _bytes.AsSpan(_start, _end - _start);

    public void Consume(int count)
    {
        _start += count;
        Consumed += count;
    }

    /// <summary>Takes what is unread, and all that follows, for server-sent events. The first begins with
    /// <see cref="NextEventAsync"/>.</summary>
    public void BeginEvents()
    {
        _lines = new EventLines();
        (_rawStart, _rawEnd) = (_start, _end);
        _end = _start;
        _hasBodyEnded = IsComplete;
        IsComplete = true;
    }

    /// <summary>Passes over what is left of an event and goes on to the next.</summary>
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

            _lines!.BeginEvent();
            IsComplete = false;
            await FillAsync(cancellationToken).ConfigureAwait(false);
            if (_lines.HasData)
            {
                return true;
            }

            if (_hasBodyEnded && _rawStart == _rawEnd)
            {
                return false;
            }
        }
    }

    /// <summary>Reads more behind what is unread, or finds that there is no more.</summary>
    /// <exception cref="ImageDecodeException">The body is longer than its limit.</exception>
    // Of bytes that have arrived already, a state machine would cost more than their reading.
    public ValueTask FillAsync(CancellationToken cancellationToken)
    {
        var unread = Unread.Length;
        TellApart();
        while (IsStill(unread))
        {
            if (_ahead is { IsEmpty: false })
            {
                GoOnTo(_ahead.Take());
                TellApart();
                continue;
            }

            var reading = ReadAsync(cancellationToken);
            if (!reading.IsCompletedSuccessfully)
            {
                return FillAsync(reading, unread, cancellationToken);
            }

            Accept(reading.Result);
        }

        return default;
    }

    /// <summary>Reads ahead to the next quote, without consuming anything.</summary>
    /// <param name="most">How many bytes to read before giving up.</param>
    /// <param name="cancellationToken">Abandons the reading.</param>
    /// <returns>How many bytes come before it; <see langword="null"/> when an escape or the end of a line comes first,
    /// or no quote at all.</returns>
    /// <exception cref="ImageDecodeException">The body is longer than its limit.</exception>
    public ValueTask<int?> FindQuoteAsync(int most, CancellationToken cancellationToken)
    {
        var end = EndOfPlain(Unread);
        var isAll = IsComplete || _rawStart != _rawEnd || _ahead is { IsEmpty: false };

        return end >= 0 || isAll
            ? new(end >= 0 && Unread[end] == (byte)'"' ? end : null)
            : FindQuoteAheadAsync(most, cancellationToken);
    }

    /// <summary>Reads until there are so many bytes, or all that there are.</summary>
    public ValueTask FillToAsync(int count, CancellationToken cancellationToken)
    {
        while (Unread.Length < count && !IsComplete)
        {
            var filling = FillAsync(cancellationToken);
            if (!filling.IsCompletedSuccessfully)
            {
                return FillToAsync(filling, count, cancellationToken);
            }

            filling.GetAwaiter().GetResult();
        }

        return default;
    }

    /// <summary>Reads more behind what is unread.</summary>
    /// <exception cref="ImageDecodeException">There is no more.</exception>
    public ValueTask RequireAsync(CancellationToken cancellationToken)
        => !IsComplete
            ? FillAsync(cancellationToken)
            : throw new ImageDecodeException(
                $"The reply ends early, after {Consumed + Unread.Length} bytes: it was cut short on its way.");

    /// <summary>Reads until there is twice as much unread, or all that there is.</summary>
    /// <remarks>For those who read again from the beginning each time: however small the pieces that come, each byte is
    /// read a bounded number of times.</remarks>
    /// <exception cref="ImageDecodeException">There is no more.</exception>
    public async ValueTask RequireTwiceAsync(CancellationToken cancellationToken)
    {
        var twice = Unread.Length * 2;
        await RequireAsync(cancellationToken).ConfigureAwait(false);
        await FillToAsync(twice, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads what stands behind the end of a document, up to 64 KiB, so that the connection can be used
    /// again. Nothing that goes wrong there takes back what has come.</summary>
    public ValueTask PassRestAsync(CancellationToken cancellationToken)
    {
        Consume(Unread.Length);

        return IsComplete ? default : PassFurtherAsync(cancellationToken);
    }

    public void Dispose()
    {
        var bytes = _bytes;
        _bytes = [];
        _start = _end = _rawStart = _rawEnd = 0;
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }

        _ahead?.Dispose();
        body.Dispose();
    }

    private static int EndOfPlain(ReadOnlySpan<byte> text)
        => text.IndexOfAny((byte)'"', (byte)'\\', (byte)'\n');

    private async ValueTask PassFurtherAsync(CancellationToken cancellationToken)
    {
        try
        {
            for (var passed = 0; !IsComplete && passed < FirstSize; passed += Unread.Length)
            {
                Consume(Unread.Length);
                await FillAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ImageClientException or IOException)
        {
            // The connection is lost, silent, or closed by the caller.
        }
    }

    private async ValueTask<int?> FindQuoteAheadAsync(int most, CancellationToken cancellationToken)
    {
        var ahead = _ahead ??= new ReadAhead();
        for (var before = Unread.Length; before <= most;)
        {
            var text = await ahead.ReadAsync(body, cancellationToken).ConfigureAwait(false);
            Count(text.Length);
            var end = EndOfPlain(text.Span);
            if (end >= 0 || text.IsEmpty)
            {
                return end >= 0 && text.Span[end] == (byte)'"' ? before + end : null;
            }

            before += text.Length;
        }

        return null;
    }

    // Pooled, as what waits for each read and each write is: a large picture takes hundreds.
    [MethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask FillAsync(ValueTask<int> reading, int unread, CancellationToken cancellationToken)
    {
        Accept(await reading.ConfigureAwait(false));
        while (IsStill(unread))
        {
            Accept(await ReadAsync(cancellationToken).ConfigureAwait(false));
        }
    }

    private bool IsStill(int unread) => Unread.Length == unread && !IsComplete;

    private ValueTask<int> ReadAsync(CancellationToken cancellationToken)
    {
        MakeRoom();

        return body.ReadAsync(_bytes.AsMemory(_rawEnd), cancellationToken);
    }

    private void Accept(int read)
    {
        _rawEnd += read;
        _hasBodyEnded = read == 0;
        Count(read);
        TellApart();
    }

    private void Count(int read)
    {
        _received += read;
        if (_received > limit)
        {
            throw ReplyFacts.TooLarge(limit);
        }
    }

    private async ValueTask FillToAsync(ValueTask filling, int count, CancellationToken cancellationToken)
    {
        await filling.ConfigureAwait(false);
        while (Unread.Length < count && !IsComplete)
        {
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void TellApart()
    {
        if (_lines is null)
        {
            Reveal(_rawEnd - _rawStart);
        }

        while (!IsComplete && _rawStart < _rawEnd)
        {
            var raw = _bytes.AsSpan(_rawStart, _rawEnd - _rawStart);
            switch (_lines!.Next(raw, _hasBodyEnded, out var length))
            {
                case EventStep.NeedsInput: return;
                case EventStep.Data: Reveal(length); break;
                case EventStep.LineBreak:
                    // There is room: at least the end of the last line and the name of the field lie between.
                    _bytes[_end++] = (byte)'\n';
                    _rawStart += length;
                    break;
                case EventStep.End:
                    _rawStart += length;
                    IsComplete = _lines.HasData;
                    if (!IsComplete)
                    {
                        _lines.BeginEvent();
                    }

                    break;
                default: _rawStart += length; break;
            }
        }

        // The last event may lack the blank line that ends it.
        IsComplete |= _hasBodyEnded;
    }

    // Adds to what is unread, in the usual case without moving a byte.
    private void Reveal(int length)
    {
        if (_start == _end)
        {
            _start = _end = _rawStart;
        }
        else if (_end != _rawStart)
        {
            _bytes.AsSpan(_rawStart, length).CopyTo(_bytes.AsSpan(_end));
        }

        _rawStart += length;
        _end += length;
    }

    private void MakeRoom()
    {
        // Doubling keeps the work linear: each byte is moved and scanned again a bounded number of times.
        var isFull = Unread.Length + _rawEnd - _rawStart == _bytes.Length;
        MoveTo(isFull ? ArrayPool<byte>.Shared.Rent(_bytes.Length * 2) : _bytes, 0);
    }

    // In the usual case what is left fits in front of a piece that was read ahead, and the piece is not moved.
    private void GoOnTo(ArraySegment<byte> piece)
    {
        var left = Unread.Length + _rawEnd - _rawStart;
        if (left <= ReadAhead.Front)
        {
            MoveTo(piece.Array!, piece.Offset - left);
        }
        else
        {
            MoveTo(ArrayPool<byte>.Shared.Rent(left + piece.Count), 0);
            piece.AsSpan().CopyTo(_bytes.AsSpan(_rawEnd));
            ArrayPool<byte>.Shared.Return(piece.Array!);
        }

        _rawEnd += piece.Count;
    }

    private void MoveTo(byte[] target, int offset)
    {
        var unread = Unread;
        var raw = _bytes.AsSpan(_rawStart, _rawEnd - _rawStart);
        unread.CopyTo(target.AsSpan(offset));
        raw.CopyTo(target.AsSpan(offset + unread.Length));
        if (target != _bytes)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = target;
        }

        (_start, _end) = (offset, offset + unread.Length);
        (_rawStart, _rawEnd) = (_end, _end + raw.Length);
    }
}
