using System.Text.Json;
using OpenAIImages.Calls;
using OpenAIImages.ErrorReplies;
using OpenAIImages.Headers;

namespace OpenAIImages.Decoders;

/// <summary>Reads the body of a successful reply to a streaming call, event by event.</summary>
/// <param name="body">The body, which may have been read in part; disposed with this decoder.</param>
/// <param name="answered">The call that the body answers. Its reply is disposed with this decoder.</param>
/// <param name="request">The request that was sent; disposed with this decoder.</param>
/// <remarks>
/// <para><b>Takes</b> server-sent events, each with one JSON object as its data; or an ordinary reply, from a server
/// that does not stream.</para>
/// <para><b>Gives</b> an event as soon as it is whole, and <see langword="null"/> at the end. The decoder skips unknown
/// events. An ordinary reply becomes one completed event for each image.</para>
/// <para><b>Memory.</b> The same as for <see cref="ResultDecoder"/>: the line with an image is never whole in
/// memory.</para>
/// <para><b>Fails</b> as <see cref="ResultDecoder"/> does, and when the stream ends before any image was completed.
/// </para>
/// <para>Reference: https://platform.openai.com/docs/api-reference/images-streaming.</para>
/// </remarks>
internal sealed class EventStreamDecoder(ByteWindow body, AnsweredCall answered, IDisposable? request = null)
    : IDisposable
{
    private readonly ByteWindow _body = body;
    private readonly EventBuffer _event = new(body);
    private readonly DestinationSink? _destinationSink =
        answered.Destination is { } destination ? new DestinationSink(destination) : null;

    private readonly EventOrigin _origin = new()
    {
        Endpoint = answered.Options.Endpoint,
        RequestId = ReplyHeaders.RequestId(answered.Headers),
        ClientRequestId = answered.Record?.ClientRequestId,
        PossiblyBilledAttempts = answered.Record?.PossiblyBilledBefore ?? 0,
        RateLimits = RateLimitsDecoder.Decode(answered.Headers),
    };

    private EventTokenizer? _tokens;
    private Queue<ImageStreamEvent>? _queued;
    private Exception? _fault;
    private bool _isFormatKnown;
    private bool _hasEnded;
    private int _completed;
    private int _imagesWithBytes;

    /// <summary>Reads events from a body.</summary>
    public EventStreamDecoder(Stream body, AnsweredCall answered, IDisposable? request = null)
        : this(new ByteWindow(body, answered.Limit), answered, request)
    {
    }

    private static ReadOnlySpan<byte> EndMark => "[DONE]"u8;

    /// <summary>Gets the record of the call, if there is one.</summary>
    public CallRecord? Call => answered.Record;

    /// <summary>Gets the service's limits, if the headers name any. Each event repeats them.</summary>
    public ImageRateLimits? RateLimits => _origin.RateLimits;

    /// <summary>Reads the next event.</summary>
    /// <returns>The event, or <see langword="null"/> at the end.</returns>
    public async ValueTask<ImageStreamEvent?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await FindNextAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ImageTransportException) when (_completed >= answered.Count)
        {
            // All requested images have come. A connection that ends wrongly does no harm.
            _hasEnded = true;

            return null;
        }
        catch (JsonException)
        {
            // The inner exception is left out, since its message may quote the reply.
            throw new ImageDecodeException(
                $"The data of an event is not valid JSON, about byte {_event.Consumed} of all data.");
        }
    }

    public void Dispose()
    {
        _body.Dispose();
        answered.Reply.Dispose();
        request?.Dispose();
    }

    private async ValueTask<ImageStreamEvent?> FindNextAsync(CancellationToken cancellationToken)
    {
        if (!_isFormatKnown)
        {
            await DetectFormatAsync(cancellationToken).ConfigureAwait(false);
        }

        while (!_hasEnded && _queued is not { Count: > 0 })
        {
            _hasEnded = !await _event.NextEventAsync(cancellationToken).ConfigureAwait(false);
            if (!_hasEnded && await ReadEventAsync(cancellationToken).ConfigureAwait(false) is { } found)
            {
                return found;
            }
        }

        if (_queued?.Count > 0)
        {
            return _queued.Dequeue();
        }

        if (_imagesWithBytes == 0 && _fault is not null)
        {
            throw _fault;
        }

        return _completed > 0
            ? null
            : throw new ImageDecodeException("The stream ends before any image is complete: it was cut short.");
    }

    private async ValueTask DetectFormatAsync(CancellationToken cancellationToken)
    {
        _isFormatKnown = true;
        await BodySniffer.FillEnoughAsync(_body, cancellationToken).ConfigureAwait(false);
        if (BodySniffer.IsEventStream(_body.Unread, answered.MediaType))
        {
            return;
        }

        var result = await ResultDecoder.DecodeAsync(_body, answered, cancellationToken).ConfigureAwait(false);
        _queued = new Queue<ImageStreamEvent>(ResultToEvents.ToEvents(result));
        _imagesWithBytes = _completed = _queued.Count;
        _hasEnded = true;
    }

    private async ValueTask<ImageStreamEvent?> ReadEventAsync(CancellationToken cancellationToken)
    {
        await _event.FillToAsync(EndMark.Length, cancellationToken).ConfigureAwait(false);
        var name = _event.LeadingName;
        var kind = EventKinds.Parse(name);
        if (_event.Unread.StartsWith(EndMark))
        {
            _hasEnded = true;

            return null;
        }

        if (kind == EventKind.Error)
        {
            await _event.FillToAsync(ErrorReplyBody.MaxBytes, cancellationToken).ConfigureAwait(false);
            throw answered.ToException(_event.Unread);
        }

        await BodySniffer.SkipWhiteSpaceAsync(_event, cancellationToken).ConfigureAwait(false);
        if (kind == EventKind.Unknown && BodySniffer.FirstByteOf(_event.Unread) != (byte)'{')
        {
            return null;
        }

        var tokens = _tokens ??= new EventTokenizer(_event);
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
                // The data of an unknown event need not be JSON.
                return null;
            }
            catch (JsonException) when (tokens.Collected is { Kind: EventKind.Completed, Stored.Length: > 0 })
            {
                // The image has come whole. Broken JSON after it does no harm.
            }

            await SkipToEndAsync(cancellationToken).ConfigureAwait(false);
            tokens.Collected.KindOfName = EventKinds.Parse(_event.FinalName);

            return await FinishAsync(tokens, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            tokens.Collected.Dispose();
        }
    }

    // The decoder reads the rest of the event, too, since the name may come after the data.
    private async ValueTask SkipToEndAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (!_event.IsComplete)
            {
                _event.Consume(_event.Unread.Length);
                await _event.FillAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (ImageTransportException)
        {
            // The data have come whole. The last event may lack the blank line at its end.
            _hasEnded = true;
        }
    }

    private async ValueTask CollectAsync(EventTokenizer tokens, CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (tokens.Advance())
            {
                case TokenizerStop.AtBase64 when tokens.Collected.IsIrrelevant:
                    await ImageBytesReader
                        .SkipStringAsync(_event, fault: null, cancellationToken).ConfigureAwait(false);
                    break;
                case TokenizerStop.AtImages:
                    var images = await ReadImagesAsync(tokens, cancellationToken).ConfigureAwait(false);
                    tokens.Collected.Images = images;
                    break;
                case TokenizerStop.AtBase64:
                    ImageSink sink = tokens.Collected.Kind == EventKind.Completed && _destinationSink is not null
                        ? _destinationSink.Begin(_completed)
                        : await ImageBytesReader
                            .CreateMemorySinkAsync(_event, expected: 0, cancellationToken).ConfigureAwait(false);
                    await ReadImageAsync(sink, tokens, cancellationToken).ConfigureAwait(false);
                    break;
                case TokenizerStop.NeedsInput:
                    await _event.FillToDoubleAsync(cancellationToken).ConfigureAwait(false);
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
            throw answered.ToException(error);
        }

        switch (tokens.Collected.Kind)
        {
            case EventKind.Completed or EventKind.Unknown when tokens.Collected.Images is { Length: > 0 } images
                && (tokens.Collected.Kind == EventKind.Completed || !tokens.Collected.HasType):
                return QueueImages(images, tokens);
            case EventKind.Partial:
                return tokens.Collected.Fault is null ? tokens.Collected.ToPartial(_completed, _origin) : null;
            case EventKind.Completed when tokens.Collected.IsEmptyChunk:
                return null;
            case EventKind.Completed:
                await MoveToDestinationAsync(tokens, cancellationToken).ConfigureAwait(false);
                _fault ??= tokens.Collected.Fault;

                return CountImage(tokens.Collected.ToCompleted(_completed++, _origin));
            case EventKind.Failed:
                _fault ??= tokens.Collected.ErrorOfImage is { } failure ? answered.ToException(failure) : null;

                return tokens.Collected.ToCompleted(_completed++, _origin);
            default:
                return null;
        }
    }

    // A broken image does not prevent the other images.
    private async ValueTask ReadImageAsync(ImageSink sink, EventTokenizer tokens, CancellationToken cancellationToken)
    {
        try
        {
            var stored = await ImageBytesReader
                .ReadBase64Async(_event, sink, tokens, cancellationToken).ConfigureAwait(false);
            tokens.Collected.Take(stored);
        }
        catch (ImageDecodeException e) when (e.InnerException is FormatException)
        {
            tokens.Collected.Break(e);
            await ImageBytesReader.SkipStringAsync(_event, e, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<ImageOutput[]> ReadImagesAsync(EventTokenizer tokens, CancellationToken cancellationToken)
    {
        var areCompleted = tokens.Collected
            is { Kind: EventKind.Completed } or { Kind: EventKind.Unknown, HasType: false };
        var target = areCompleted ? answered : answered with { Destination = null };
        using var images = new ResultCollector(target, _completed);
        await ResultDecoder.DecodeListAsync(_event, images, target, cancellationToken).ConfigureAwait(false);

        return await images.CompleteImagesAsync(cancellationToken).ConfigureAwait(false);
    }

    // The usage of an event covers all its images. Only the last image gets it, so that it is not counted twice.
    private CompletedImageEvent QueueImages(ImageOutput[] images, EventTokenizer tokens)
    {
        _queued ??= new Queue<ImageStreamEvent>();
        for (var i = 0; i < images.Length; i++)
        {
            var completed = CountImage(tokens.Collected.ToCompleted(_completed++, _origin) with { Image = images[i] });
            _queued.Enqueue(i == images.Length - 1 ? completed : completed with { Usage = null });
        }

        return (CompletedImageEvent)_queued.Dequeue();
    }

    private CompletedImageEvent CountImage(CompletedImageEvent completed)
    {
        _imagesWithBytes += completed.Image.IsWithheld ? 0 : 1;

        return completed;
    }

    // When the kind of an event becomes known only after its image, the image is in memory and must be moved.
    private async ValueTask MoveToDestinationAsync(EventTokenizer tokens, CancellationToken cancellationToken)
    {
        if (_destinationSink is not null && tokens.Collected.Stored.Bytes is { IsEmpty: false } bytes)
        {
            using var sink = _destinationSink.Begin(_completed);
            await sink.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            var stored = await sink.CompleteAsync(cancellationToken).ConfigureAwait(false);
            tokens.Collected.Take(stored);
        }

        await tokens.Collected.Stored.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}
