namespace OpenAIImages.Diagnostics;

/// <summary>The telemetry of one client: spans, metrics and logs.</summary>
/// <param name="provider">Names the provider of the service that the options lead to.</param>
/// <param name="log">Takes the messages about calls.</param>
/// <param name="instruments">Take the measurements; those of the process when not given.</param>
/// <remarks><b>Costs</b> no memory when nobody listens.</remarks>
internal sealed class ImageTelemetry(
    Func<ImageClientOptions, string> provider,
    Log? log,
    Instruments? instruments = null)
{
    // Whether anybody listens to spans, metrics or logs.
    private bool HasListeners
        => Instruments.Source.HasListeners() || Instruments.AreEnabled || log is { IsEnabled: true };

    public Log? Log => log;

    public Instruments Instruments { get; } = instruments ?? Instruments.Shared;

    public LowLimitLogger LowLimits { get; } = new(log);

    /// <summary>Begins to watch a call.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">The options in force.</param>
    /// <param name="isStreaming">Whether the reply is to come as events.</param>
    /// <returns>The telemetry of the call, to be disposed of when the call ends; <see langword="null"/> when nobody
    /// listens.</returns>
    /// <remarks>The span becomes the current one, for the asynchronous method that calls this and for all that it calls
    /// in turn.</remarks>
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
