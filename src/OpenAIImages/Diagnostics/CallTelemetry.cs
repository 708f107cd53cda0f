using System.Diagnostics;
using OpenAIImages.Calls;
using static OpenAIImages.Diagnostics.TelemetryNames;

namespace OpenAIImages.Diagnostics;

/// <summary>Observes one call, from the request to the last byte of the reply or to the failure, and reports it on
/// disposal.</summary>
/// <remarks>
/// The class is not safe for concurrent use: the steps of a call follow each other. A call that is neither complete nor
/// failed on disposal was abandoned: the caller left the stream before its end.
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
    private decimal? _cost;
    private bool _hasCost;
    private long _lastImageAt;
    private TimeSpan? _timeToFirstImage;
    private int _completedEvents;
    private int _images;
    private int _retries;
    private string? _requestId;
    private bool _isAccepted;
    private CallRecord? _record;
    private bool _isComplete;
    private Exception? _failure;

    // A call may have cost money for images that did not arrive, also if the caller left a stream early.
    private bool IsPossiblyBilled
        => _isComplete ? _record?.PossiblyBilledBefore > 0 : _record?.MayHaveBeenBilled == true;

    /// <summary>Returns the telemetry of a message's call; <see langword="null"/> when there is no listener.</summary>
    public static CallTelemetry? From(HttpRequestMessage message)
        => message.Options.TryGetValue(Key, out var telemetry) ? telemetry : null;

    /// <summary>Makes the span of this call the current one. A stream is read in the context of its caller, where
    /// another span is current.</summary>
    public void MakeSpanCurrent()
    {
        if (span is not null)
        {
            Activity.Current = span;
        }
    }

    /// <summary>Attaches this object to the message of the call, so that handlers find it there.</summary>
    public void AttachTo(HttpRequestMessage message)
    {
        message.Options.Set(Key, this);
        _record = CallRecord.GetOrBegin(message);
    }

    /// <summary>Counts a failed attempt that is repeated.</summary>
    public void AddRetry(string errorType, TimeSpan delay)
    {
        _retries++;
        span?.AddRetry(errorType, delay);
        if (tags is not null)
        {
            client.Instruments.Retries.Add(1, [.. tags, new(Tag.ErrorType, errorType)]);
        }
    }

    /// <summary>Records that a good reply has begun.</summary>
    public void Accept(string? requestId)
    {
        _isAccepted = true;
        _requestId = requestId;
    }

    /// <summary>Warns in the log if one of the limits in the headers of a stream runs low.</summary>
    public void CheckLimits(ImageRateLimits? limits) => client.LowLimits.Check(limits);

    /// <summary>Records that a stream brought an event.</summary>
    public void Receive(ImageStreamEvent item)
    {
        MeasureImage();
        if (item is CompletedImageEvent completed)
        {
            _completedEvents++;
            _images += completed.Image.IsWithheld ? 0 : 1;
            _tokens.Add(completed.Usage);
            AddCost(new ImageResult([]) { Usage = completed.Usage });
        }
    }

    /// <summary>Records that a stream ended.</summary>
    public void Complete() => _isComplete = true;

    /// <summary>Records that the call succeeded.</summary>
    public ImageResult Complete(ImageResult result)
    {
        _isComplete = true;
        _images = result.Images.Count(image => !image.IsWithheld);
        _tokens.Add(result.Usage);
        _svgUsage = result.SvgUsage;
        AddCost(result);
        client.LowLimits.Check(result.RateLimits);

        return result;
    }

    /// <summary>Records that the call failed.</summary>
    public void Fail(Exception failure)
    {
        _failure = failure;
        _requestId = (failure as ImageApiException)?.RequestId ?? _requestId;
    }

    public void Dispose()
    {
        MakeSpanCurrent();

        // A caller who leaves the stream after the last requested image has not abandoned the call.
        _isComplete |= _failure is null && _completedEvents >= (request.Count ?? 1);
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

    // If the price of one part is not known, the cost of the whole call is unknown.
    private void AddCost(ImageResult result)
    {
        if (options.Telemetry.Prices is { } prices)
        {
            var cost = request.Model is { } model ? result.Cost(prices, model).Total : null;
            _cost = _hasCost ? _cost + cost : cost;
            _hasCost = true;
        }
    }

    private void MeasureImage()
    {
        var now = options.TimeProvider.GetTimestamp();
        if (_timeToFirstImage is null)
        {
            _timeToFirstImage = options.TimeProvider.GetElapsedTime(_startedAt, now);
        }
        else if (tags is not null)
        {
            client.Instruments.TimePerOutputChunk.Record(
                options.TimeProvider.GetElapsedTime(_lastImageAt, now).TotalSeconds, tags);
        }

        _lastImageAt = now;
    }

    private void Measure(TimeSpan duration, string? errorType)
    {
        var all = new TagList(tags);
        var instruments = client.Instruments;
        _tokens.Record(instruments, all);
        RecordSvgUsage(all);
        if (_timeToFirstImage is { } time)
        {
            instruments.TimeToFirstChunk.Record(time.TotalSeconds, all);
        }

        if (_images > 0)
        {
            instruments.Images.Add(_images, all);
        }

        if (_cost is { } cost)
        {
            instruments.Cost.Add((double)cost, all);
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

    // Another model writes the SVG drawing, at rates of its own.
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
        activity.SetTag(Tag.ClientRequestId, _record?.ClientRequestId);
        activity.SetKnownTag(Tag.TimeToFirstChunk, _timeToFirstImage?.TotalSeconds);
        activity.SetKnownTag(Tag.ImageCount, _isAccepted ? _images : default(int?));
        activity.SetKnownTag(Tag.Cost, (double?)_cost);
        activity.SetKnownTag(Tag.RetryCount, _retries > 0 ? _retries : default(int?));
        activity.SetKnownTag(Tag.PossiblyBilled, IsPossiblyBilled ? true : default(bool?));
        if (errorType is not null)
        {
            activity.SetFailure(errorType, _failure);
        }
    }

    private void Report(TimeSpan duration, string? errorType)
    {
        var clientRequestId = _record?.ClientRequestId;
        if (errorType is null)
        {
            client.Log?.Completed(_images, duration, _tokens.Input, _tokens.Output, _requestId, clientRequestId);
        }
        else if (IsPossiblyBilled)
        {
            client.Log?.FailedAndPossiblyBilled(duration, errorType, _requestId, clientRequestId);
        }
        else
        {
            client.Log?.Failed(duration, errorType, _requestId, clientRequestId);
        }
    }
}
