using System.Runtime.CompilerServices;

namespace OpenAIImages.Decoders;

/// <summary>The data of one server-sent event at a time, as if they were the whole body.</summary>
/// <param name="body">The body: its unread bytes, and all that follow, are server-sent events. Only this buffer reads
/// from the body.</param>
/// <remarks>
/// <para>The unread bytes of the body are, in this order: data of the current event, skipped framing, and bytes that
/// were not parsed yet. Data of a single line, the usual case, do not move.</para>
/// <para><b>Memory.</b> The buffer uses only the memory of the body.</para>
/// </remarks>
internal sealed class EventBuffer(ByteWindow body) : ReplyBuffer
{
    private readonly EventFraming _framing = new();
    private int _dataLength;
    private int _skippedLength;

    // There is no event until the first one begins.
    private bool _hasEnded = true;

    /// <summary>Gets the name of the event, if it came before the data.</summary>
    public string? LeadingName => _framing.LeadingName;

    /// <summary>Gets the name of the event that has ended, before or after its data.</summary>
    public string? FinalName => _framing.Name;

    /// <inheritdoc/>
    public override bool IsComplete => _hasEnded;

    /// <inheritdoc/>
    public override Span<byte> Unread => body.Unread.Slice(0, _dataLength);

    private Span<byte> Unparsed => body.Unread.Slice(_dataLength + _skippedLength);

    /// <summary>Skips the rest of the current event and begins the next one.</summary>
    /// <returns>Whether there is a next event.</returns>
    public async ValueTask<bool> NextEventAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Consume(_dataLength);
            if (!_hasEnded)
            {
                await FillAsync(cancellationToken).ConfigureAwait(false);
                continue;
            }

            _framing.BeginEvent();
            _hasEnded = false;
            await FillAsync(cancellationToken).ConfigureAwait(false);
            if (_framing.HasData)
            {
                return true;
            }

            if (body.IsComplete && Unparsed.IsEmpty)
            {
                return false;
            }
        }
    }

    /// <inheritdoc/>
    public override void Consume(int count)
    {
        base.Consume(count);
        body.Consume(count);
        _dataLength -= count;
    }

    /// <inheritdoc/>
    [MethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public override async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        var length = _dataLength;
        Parse();
        while (_dataLength == length && !_hasEnded)
        {
            RemoveSkipped();
            await body.FillAsync(cancellationToken).ConfigureAwait(false);
            Parse();
        }
    }

    /// <inheritdoc/>
    public override ValueTask<int?> FindQuoteAheadAsync(int maxBytes, CancellationToken cancellationToken)
        => body.Unread.Length > _dataLength ? default : body.FindQuoteAheadAsync(maxBytes, cancellationToken);

    private void Parse()
    {
        while (!_hasEnded && !Unparsed.IsEmpty)
        {
            switch (_framing.Classify(Unparsed, body.IsComplete, out var length))
            {
                case EventPart.NeedsInput: return;
                case EventPart.Data: Append(length); break;
                case EventPart.LineBreak:
                    // There is room for the line break, since the name of the field was skipped.
                    body.Unread[_dataLength++] = (byte)'\n';
                    _skippedLength += length - 1;
                    break;
                case EventPart.End:
                    _skippedLength += length;
                    _hasEnded = _framing.HasData;
                    if (!_hasEnded)
                    {
                        _framing.BeginEvent();
                    }

                    break;
                default: _skippedLength += length; break;
            }
        }

        // The last event may lack the blank line at its end.
        _hasEnded |= body.IsComplete;
    }

    private void Append(int length)
    {
        if (_dataLength == 0)
        {
            RemoveSkipped();
        }

        if (_skippedLength > 0)
        {
            Unparsed.Slice(0, length).CopyTo(body.Unread.Slice(_dataLength));
        }

        _dataLength += length;
    }

    // Few bytes move: before more bytes are read, at most the start of a field is not parsed yet.
    private void RemoveSkipped()
    {
        if (_dataLength == 0)
        {
            body.Consume(_skippedLength);
        }
        else
        {
            body.Remove(_dataLength, _skippedLength);
        }

        _skippedLength = 0;
    }
}
