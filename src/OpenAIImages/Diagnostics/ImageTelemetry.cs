namespace OpenAIImages.Diagnostics;

/// <summary>Watches the calls of one client, for whoever listens: spans, metrics and logs.</summary>
/// <param name="provider">Names whoever runs the service that the options lead to.</param>
/// <param name="log">Is told how calls went.</param>
/// <param name="instruments">Are told what was measured; those of the process when not given.</param>
/// <remarks><b>Costs</b> nothing when nobody listens.</remarks>
internal sealed class ImageTelemetry(
    Func<ImageClientOptions, string> provider,
    Log? log,
    Instruments? instruments = null)
{
    // Whether anybody listens, to anything.
    private bool HasListeners
        => Instruments.Source.HasListeners() || Instruments.AreEnabled || log is { IsEnabled: true };

    public Log? Log => log;

    public Instruments Instruments { get; } = instruments ?? Instruments.Shared;

    public LowLimitLogger Limits { get; } = new(log);

    /// <summary>Begins to watch a call, if anybody listens.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="options">The options in force.</param>
    /// <param name="isStreaming">Whether the reply is to come as events.</param>
    /// <returns>The watch, for the caller to dispose of when the call ends.</returns>
    /// <remarks>The span becomes the current one, for the asynchronous method that calls and for what that calls in
    /// turn.</remarks>
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
