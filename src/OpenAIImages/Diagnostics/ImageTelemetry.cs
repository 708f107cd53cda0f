namespace OpenAIImages.Diagnostics;

/// <summary>The telemetry of one client: spans, metrics and logs.</summary>
/// <param name="provider">Returns the provider's name for the options.</param>
/// <param name="log">Takes the messages about calls.</param>
/// <param name="instruments">Take the measurements; the instruments of the process when not given.</param>
/// <remarks><b>Costs</b> no memory when there is no listener.</remarks>
internal sealed class ImageTelemetry(
    Func<ImageClientOptions, string> provider,
    Log? log,
    Instruments? instruments = null)
{
    // A listener may want spans, metrics or logs.
    private bool HasListeners
        => Instruments.Source.HasListeners() || Instruments.AreEnabled || log is { IsEnabled: true };

    public Log? Log => log;

    public Instruments Instruments { get; } = instruments ?? Instruments.Shared;

    public LowLimitLogger LowLimits { get; } = new(log);

    /// <summary>Begins to observe a call.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">The options in force.</param>
    /// <param name="isStreaming">Whether the reply comes as events.</param>
    /// <returns>The telemetry of the call, to be disposed of when the call ends; <see langword="null"/> when there is
    /// no listener.</returns>
    /// <remarks>The span becomes the current span for the calling asynchronous method and for all methods that it
    /// calls.</remarks>
    public CallTelemetry? Begin(ImageRequest request, ImageClientOptions options, bool isStreaming)
    {
        if (!HasListeners)
        {
            return null;
        }

        var isMeasured = Instruments.AreEnabled;
        var isTraced = Instruments.Source.HasListeners();
        var tags = isMeasured || isTraced ? RequestTags.Create(request, options, provider(options)) : [];
        var span = isTraced ? RequestTags.StartSpan(request, options, tags, isStreaming) : null;

        return new CallTelemetry(this, request, options, span, isMeasured ? tags : null);
    }
}
