using System.Diagnostics;
using OpenAIImages.Calls;
using static OpenAIImages.Diagnostics.TelemetryNames;

namespace OpenAIImages.Diagnostics;

/// <summary>One call as it is watched: from the request to the last byte of the reply, or to its failure.</summary>
/// <remarks>
/// For one call, whose steps follow each other; not safe for concurrent use. A call that is neither complete nor failed
/// when this is disposed of has been abandoned: its stream was left before the end.
/// </remarks>
internal sealed class CallTelemetry(
    ImageTelemetry client,
    ImageRequest request,
    ImageClientOptions options,
    Activity? span,
    KeyValuePair<string, object?>[]? tags) : IDisposable
{
    private static readonly HttpRequestOptionsKey<CallTelemetry> Key = new("OpenAIImages.Telemetry");

    private readonly long _startedAt = options.TimeProvider.GetTimestamp();
    private TokenSums _tokens;
    private ImageSvgUsage? _svgUsage;
    private long _lastPictureAt;
    private TimeSpan? _untilFirstPicture;
    private int _finished;
    private int _images;
    private int _retries;
    private string? _requestId;
    private bool _isAccepted;
    private CallRecord? _call;
    private bool _isComplete;
    private Exception? _failure;

    // What may cost money without a picture to show for it; a stream that was left early, too.
    private bool IsPossiblyBilled
        => _isComplete ? _call?.PossiblyBilledBefore > 0 : _call?.MayHaveBeenBilled == true;

    /// <summary>Finds what watches the call that a message belongs to, if anything does.</summary>
    public static CallTelemetry? From(HttpRequestMessage message)
        => message.Options.TryGetValue(Key, out var telemetry) ? telemetry : null;

    /// <summary>Makes the span of this call the current one. A stream goes on in the context of whoever asks for its
    /// next event, where another is current.</summary>
    public void Enter()
    {
        if (span is not null)
        {
            Activity.Current = span;
        }
    }

    /// <summary>Says that the request goes out, by which message.</summary>
    public void Send(HttpRequestMessage message)
    {
        message.Options.Set(Key, this);
        _call = CallRecord.GetOrBegin(message);
    }

    /// <summary>Says that an attempt failed and that there will be another.</summary>
    public void AddRetry(string errorType, TimeSpan delay)
    {
        _retries++;
        span?.AddRetry(errorType, delay);
        if (tags is not null)
        {
            client.Instruments.Retries.Add(1, [.. tags, new(Tag.ErrorType, errorType)]);
        }
    }

    /// <summary>Says that the service has agreed to do it.</summary>
    public void Accept(string? requestId)
    {
        _isAccepted = true;
        _requestId = requestId;
    }

    /// <summary>Says what limits the headers of a stream told of.</summary>
    public void Check(ImageRateLimits? limits) => client.Limits.Check(limits);

    /// <summary>Says that a stream brought an event.</summary>
    public void Receive(ImageStreamEvent item)
    {
        MeasurePicture();
        if (item is CompletedImageEvent completed)
        {
            _finished++;
            _images += completed.Image.IsWithheld ? 0 : 1;
            _tokens.Add(completed.Usage);
        }
    }

    /// <summary>Says that a stream came to its end.</summary>
    public void Complete() => _isComplete = true;

    /// <summary>Says that the call succeeded.</summary>
    public ImageResult Complete(ImageResult result)
    {
        _isComplete = true;
        _images = result.Images.Count(image => !image.IsWithheld);
        _tokens.Add(result.Usage);
        _svgUsage = result.SvgUsage;
        client.Limits.Check(result.RateLimits);

        return result;
    }

    /// <summary>Says that the call failed.</summary>
    /// <returns><see langword="false"/>, so that a filter may ask: the exception goes on as if nobody had looked.
    /// </returns>
    public bool Fail(Exception failure)
    {
        _failure = failure;
        _requestId = (failure as ImageApiException)?.RequestId ?? _requestId;

        return false;
    }

    public void Dispose()
    {
        Enter();

        // Whoever leaves once all that was asked for has come leaves nothing behind.
        _isComplete |= _failure is null && _finished >= (request.Count ?? 1);
        var duration = options.TimeProvider.GetElapsedTime(_startedAt);
        var errorType = _failure is not null ? ErrorType.NameOf(_failure) : _isComplete ? null : Failure.Canceled;
        if (tags is not null)
        {
            Measure(duration, errorType);
        }

        if (span is { IsAllDataRequested: true })
        {
            Describe(span, errorType);
        }

        Report(duration, errorType);
        span?.Dispose();
    }

    private void MeasurePicture()
    {
        var now = options.TimeProvider.GetTimestamp();
        if (_untilFirstPicture is null)
        {
            _untilFirstPicture = options.TimeProvider.GetElapsedTime(_startedAt, now);
        }
        else if (tags is not null)
        {
            client.Instruments.TimePerOutputChunk.Record(
                options.TimeProvider.GetElapsedTime(_lastPictureAt, now).TotalSeconds, tags);
        }

        _lastPictureAt = now;
    }

    private void Measure(TimeSpan duration, string? errorType)
    {
        var all = new TagList(tags);
        var instruments = client.Instruments;
        _tokens.Record(instruments, all);
        RecordSvgUsage(all);
        if (_untilFirstPicture is { } time)
        {
            instruments.TimeToFirstChunk.Record(time.TotalSeconds, all);
        }

        if (_images > 0)
        {
            instruments.Images.Add(_images, all);
        }

        if (errorType is not null)
        {
            all.Add(Tag.ErrorType, errorType);
        }

        instruments.Duration.Record(duration.TotalSeconds, all);
        if (IsPossiblyBilled)
        {
            instruments.PossiblyBilled.Add(1, all);
        }
    }

    // The author of a drawing is a model of its own, at rates of its own.
    private void RecordSvgUsage(TagList all)
    {
        if (_svgUsage is null)
        {
            return;
        }

        all.Add(Tag.ResponseModel, _svgUsage.Model ?? TagValue.Unknown);
        all.Add(Tag.TokenModality, TagValue.Text);
        client.Instruments.InputUsage.Add(Math.Max(_svgUsage.InputTokens ?? 0, 0), all);
        client.Instruments.OutputUsage.Add(Math.Max(_svgUsage.OutputTokens ?? 0, 0), all);
    }

    private void Describe(Activity activity, string? errorType)
    {
        _tokens.Describe(activity);
        activity.SetTag(Tag.RequestId, _requestId);
        activity.SetTag(Tag.ClientRequestId, _call?.ClientRequestId);
        activity.SetKnownTag(Tag.TimeToFirstChunk, _untilFirstPicture?.TotalSeconds);
        activity.SetKnownTag(Tag.ImageCount, _isAccepted ? _images : default(int?));
        activity.SetKnownTag(Tag.RetryCount, _retries > 0 ? _retries : default(int?));
        activity.SetKnownTag(Tag.PossiblyBilled, IsPossiblyBilled ? true : default(bool?));
        if (errorType is not null)
        {
            activity.SetFailure(errorType, _failure);
        }
    }

    private void Report(TimeSpan duration, string? errorType)
    {
        var named = _call?.ClientRequestId;
        if (errorType is null)
        {
            client.Log?.Completed(_images, duration, _tokens.Input, _tokens.Output, _requestId, named);
        }
        else if (IsPossiblyBilled)
        {
            client.Log?.FailedAndPossiblyBilled(duration, errorType, _requestId, named);
        }
        else
        {
            client.Log?.Failed(duration, errorType, _requestId, named);
        }
    }
}
