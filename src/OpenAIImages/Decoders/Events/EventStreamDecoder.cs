using System.Text.Json;
using OpenAIImages.Calls;
using OpenAIImages.ErrorReplies;
using OpenAIImages.Headers;

namespace OpenAIImages.Decoders;

/// <summary>Reads the body of a successful reply to a streaming call, event by event.</summary>
/// <param name="body">The body, of which the beginning may have come already; disposed with this.</param>
/// <param name="facts">What else is known of the reply, which is disposed with this.</param>
/// <param name="request">What was sent; disposed with this.</param>
/// <remarks>
/// <para><b>Takes</b> server-sent events, each of whose data is one JSON object; or, where a server knows nothing of
/// streaming, the body of an ordinary reply.</para>
/// <para><b>Gives</b> an event as soon as it is whole, and nothing at the end. Events it does not know are passed
/// over. An ordinary reply becomes one completed event for each image.</para>
/// <para><b>Memory.</b> As <see cref="ResultDecoder"/>: the line that holds a picture is never whole in memory.</para>
/// <para><b>Fails</b> as <see cref="ResultDecoder"/> does; also when the stream ends before any image was completed.
/// </para>
/// <para>Reference: https://platform.openai.com/docs/api-reference/images-streaming.</para>
/// </remarks>
internal sealed class EventStreamDecoder(ReplyBuffer body, ReplyFacts facts, IDisposable? request = null) : IDisposable
{
    private readonly ReplyBuffer _buffer = body;
    private readonly DestinationSink? _onward =
        facts.Destination is { } destination ? new DestinationSink(destination) : null;

    private readonly EventOrigin _origin = new()
    {
        Endpoint = facts.Options.Endpoint,
        RequestId = ReplyHeaders.RequestId(facts.Headers),
        ClientRequestId = facts.Call?.ClientRequestId,
        PossiblyBilledAttempts = facts.Call?.PossiblyBilledBefore ?? 0,
        RateLimits = RateLimitsDecoder.Decode(facts.Headers),
    };

    private EventTokenizer? _tokens;
    private Queue<ImageStreamEvent>? _ready;
    private Exception? _fault;
    private bool _hasBegun;
    private bool _isOver;
    private int _completed;
    private int _pictures;

    /// <summary>Reads events from a body.</summary>
    public EventStreamDecoder(Stream body, ReplyFacts facts, IDisposable? request = null)
        : this(new ReplyBuffer(body, facts.Limit), facts, request)
    {
    }

    private static ReadOnlySpan<byte> EndMark => "[DONE]"u8;

    /// <summary>Gets what is known of the call, where one is known.</summary>
    public CallRecord? Call => facts.Call;

    /// <summary>Gets the service's limits, if the headers tell of any. Each event repeats them.</summary>
    public ImageRateLimits? RateLimits => _origin.RateLimits;

    /// <summary>Reads the next event.</summary>
    /// <returns>The event, or <see langword="null"/> at the end.</returns>
    public async ValueTask<ImageStreamEvent?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ImageTransportException) when (_completed >= facts.Count)
        {
            // All that was asked for has come. That the connection did not end as it should costs nobody anything.
            _isOver = true;

            return null;
        }
        catch (JsonException)
        {
            // The cause is not passed on: its message may quote the reply.
            throw new ImageDecodeException(
                $"The data of an event is not valid JSON, about byte {_buffer.Consumed} of all data.");
        }
    }

    public void Dispose()
    {
        _buffer.Dispose();
        facts.Reply.Dispose();
        request?.Dispose();
    }

    private async ValueTask<ImageStreamEvent?> FindAsync(CancellationToken cancellationToken)
    {
        if (!_hasBegun)
        {
            await BeginAsync(cancellationToken).ConfigureAwait(false);
        }

        while (!_isOver && _ready is not { Count: > 0 })
        {
            _isOver = !await _buffer.NextEventAsync(cancellationToken).ConfigureAwait(false);
            if (!_isOver && await ReadEventAsync(cancellationToken).ConfigureAwait(false) is { } found)
            {
                return found;
            }
        }

        if (_ready?.Count > 0)
        {
            return _ready.Dequeue();
        }

        if (_pictures == 0 && _fault is not null)
        {
            throw _fault;
        }

        return _completed > 0
            ? null
            : throw new ImageDecodeException("The stream ends before any image is complete: it was cut short.");
    }

    private async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        _hasBegun = true;
        await BodyKind.FillAsync(_buffer, cancellationToken).ConfigureAwait(false);
        if (BodyKind.IsEventStream(_buffer.Unread, facts.MediaType))
        {
            _buffer.BeginEvents();

            return;
        }

        var result = await ResultDecoder.DecodeAsync(_buffer, facts, cancellationToken).ConfigureAwait(false);
        _ready = new Queue<ImageStreamEvent>(WholeReply.ToEvents(result));
        _pictures = _completed = _ready.Count;
        _isOver = true;
    }

    private async ValueTask<ImageStreamEvent?> ReadEventAsync(CancellationToken cancellationToken)
    {
        await _buffer.FillToAsync(EndMark.Length, cancellationToken).ConfigureAwait(false);
        var name = _buffer.LeadingName;
        var kind = EventKinds.Of(name);
        if (_buffer.Unread.StartsWith(EndMark))
        {
            _isOver = true;

            return null;
        }

        if (kind == EventKind.Error)
        {
            await _buffer.FillToAsync(FailureBody.MostBytes, cancellationToken).ConfigureAwait(false);
            throw facts.Refuse(_buffer.Unread);
        }

        await BodyKind.PassBlankAsync(_buffer, cancellationToken).ConfigureAwait(false);
        if (kind == EventKind.Unknown && BodyKind.FirstOf(_buffer.Unread) != (byte)'{')
        {
            return null;
        }

        var tokens = _tokens ??= new EventTokenizer(_buffer);
        tokens.Begin(kind);
        try
        {
            try
            {
                await CollectAsync(tokens, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is JsonException or ImageDecodeException
                && tokens.Collected.Kind == EventKind.Unknown && (name is not null || tokens.Collected.HasType))
            {
                // Nobody promised that the data of an event we do not know is JSON.
                return null;
            }
            catch (JsonException) when (tokens.Collected is { Kind: EventKind.Completed, Picture.Length: > 0 })
            {
                // The picture has come. What is wrong behind it is nobody's loss.
            }

            await PassEventAsync(cancellationToken).ConfigureAwait(false);
            tokens.Collected.KindOfName = EventKinds.Of(_buffer.FinalName);

            return await FinishAsync(tokens, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            tokens.Collected.Dispose();
        }
    }

    // The name of an event may stand behind its data.
    private async ValueTask PassEventAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (!_buffer.IsComplete)
            {
                _buffer.Consume(_buffer.Unread.Length);
                await _buffer.FillAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (ImageTransportException)
        {
            // The data have come whole, and the last event may lack the blank line that ends it.
            _isOver = true;
        }
    }

    private async ValueTask CollectAsync(EventTokenizer tokens, CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (tokens.Advance())
            {
                case ResultStep.AtPicture when tokens.Collected.IsOfNoInterest:
                    await PictureDecoder.PassTextAsync(_buffer, fault: null, cancellationToken).ConfigureAwait(false);
                    break;
                case ResultStep.AtImages:
                    var images = await ReadImagesAsync(tokens, cancellationToken).ConfigureAwait(false);
                    tokens.Collected.Images = images;
                    break;
                case ResultStep.AtPicture:
                    PictureSink sink = tokens.Collected.Kind == EventKind.Completed && _onward is not null
                        ? _onward.Begin(_completed)
                        : await PictureDecoder
                            .InMemoryAsync(_buffer, expected: 0, cancellationToken).ConfigureAwait(false);
                    await TakeAsync(sink, tokens, cancellationToken).ConfigureAwait(false);
                    break;
                case ResultStep.NeedsInput:
                    await _buffer.RequireTwiceAsync(cancellationToken).ConfigureAwait(false);
                    break;
                default:
                    return;
            }
        }
    }

    private async ValueTask<ImageStreamEvent?> FinishAsync(EventTokenizer tokens, CancellationToken cancellationToken)
    {
        if (tokens.Collected.FindError() is { } error)
        {
            throw facts.Refuse(error);
        }

        switch (tokens.Collected.Kind)
        {
            case EventKind.Completed or EventKind.Unknown when tokens.Collected.Images is { Length: > 0 } images
                && (tokens.Collected.Kind == EventKind.Completed || !tokens.Collected.HasType):
                return Hand(images, tokens);
            case EventKind.Partial:
                return tokens.Collected.Fault is null ? tokens.Collected.ToPartial(_completed, _origin) : null;
            case EventKind.Completed when tokens.Collected is { IsChunk: true, Picture.Length: 0 }:
                return null;
            case EventKind.Completed:
                await SaveAsync(tokens, cancellationToken).ConfigureAwait(false);
                _fault ??= tokens.Collected.Fault;

                return Count(tokens.Collected.ToCompleted(_completed++, _origin));
            case EventKind.Failed:
                _fault ??= tokens.Collected.ErrorOfPicture is { } failure ? facts.Refuse(failure) : null;

                return tokens.Collected.ToCompleted(_completed++, _origin);
            default:
                return null;
        }
    }

    // One broken picture of several costs nobody the others.
    private async ValueTask TakeAsync(PictureSink sink, EventTokenizer tokens, CancellationToken cancellationToken)
    {
        try
        {
            var picture = await PictureDecoder
                .DecodeAsync(_buffer, sink, tokens, cancellationToken).ConfigureAwait(false);
            tokens.Collected.Take(picture);
        }
        catch (ImageDecodeException e) when (e.InnerException is FormatException)
        {
            tokens.Collected.Break(e);
            await PictureDecoder.PassTextAsync(_buffer, e, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<ImageOutput[]> ReadImagesAsync(EventTokenizer tokens, CancellationToken cancellationToken)
    {
        var isOurs = tokens.Collected is { Kind: EventKind.Completed } or { Kind: EventKind.Unknown, HasType: false };
        var target = isOurs ? facts : facts with { Destination = null };
        using var images = new ResultCollector(target, _completed);
        await ResultDecoder.DecodeListAsync(_buffer, images, target, cancellationToken).ConfigureAwait(false);

        return await images.CompleteImagesAsync(cancellationToken).ConfigureAwait(false);
    }

    // The tokens of an event are those of all its images together; said twice, they would be counted twice.
    private CompletedImageEvent Hand(ImageOutput[] images, EventTokenizer tokens)
    {
        _ready ??= new Queue<ImageStreamEvent>();
        for (var i = 0; i < images.Length; i++)
        {
            var found = Count(tokens.Collected.ToCompleted(_completed++, _origin) with { Image = images[i] });
            _ready.Enqueue(i == images.Length - 1 ? found : found with { Usage = null });
        }

        return (CompletedImageEvent)_ready.Dequeue();
    }

    private CompletedImageEvent Count(CompletedImageEvent found)
    {
        _pictures += found.Image.IsWithheld ? 0 : 1;

        return found;
    }

    // The picture of an event that was not known for a completed one while it came is in memory.
    private async ValueTask SaveAsync(EventTokenizer tokens, CancellationToken cancellationToken)
    {
        if (_onward is not null && tokens.Collected.Picture.Bytes is { IsEmpty: false } bytes)
        {
            using var sink = _onward.Begin(_completed);
            await sink.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            var picture = await sink.CompleteAsync(cancellationToken).ConfigureAwait(false);
            tokens.Collected.Take(picture);
        }

        await tokens.Collected.Picture.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}
