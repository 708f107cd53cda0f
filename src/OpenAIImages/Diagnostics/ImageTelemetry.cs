using System.Runtime.CompilerServices;

namespace OpenAIImages.Diagnostics;

/// <summary>Watches the calls of one client, for whoever listens: spans, metrics and logs.</summary>
/// <param name="options">Returns the options in force; asked once a call.</param>
/// <param name="provider">Names whoever runs the service that the options lead to.</param>
/// <param name="log">Is told how calls went.</param>
/// <param name="instruments">Are told what was measured; those of the process when not given.</param>
/// <remarks><b>Costs</b> nothing when nobody listens: look at <see cref="IsOn"/> before watching.</remarks>
internal sealed class ImageTelemetry(
    Func<ImageClientOptions> options,
    Func<ImageClientOptions, string> provider,
    Log? log,
    Instruments? instruments = null)
{
    /// <summary>Gets whether anybody listens, to anything.</summary>
    public bool IsOn
        => Instruments.Source.HasListeners() || Instruments.AreEnabled || log is { IsHeard: true };

    public Log? Log => log;

    public Instruments Instruments { get; } = instruments ?? Instruments.OfThisProcess;

    public LimitWatch Limits { get; } = new(log);

    /// <summary>Watches a call from its beginning to its end.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="call">Makes the call.</param>
    /// <returns>What the call gives.</returns>
    public async Task<ImageResult> WatchAsync(ImageRequest request, Func<CallTelemetry, Task<ImageResult>> call)
    {
        using var telemetry = Begin(request, isStreaming: false);
        try
        {
            return telemetry.Complete(await call(telemetry).ConfigureAwait(false));
        }
        catch (Exception e) when (telemetry.Fail(e))
        {
            throw;
        }
    }

    /// <summary>Watches a call from its first event to its last, or until its reader leaves.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="call">Makes the call.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>What the call gives.</returns>
    public async IAsyncEnumerable<ImageStreamEvent> WatchEventsAsync(
        ImageRequest request,
        Func<CallTelemetry, CancellationToken, IAsyncEnumerable<ImageStreamEvent>> call,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var telemetry = Begin(request, isStreaming: true);
        var events = call(telemetry, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var ending = events.ConfigureAwait(false);
        while (true)
        {
            telemetry.Enter();
            try
            {
                if (!await events.MoveNextAsync().ConfigureAwait(false))
                {
                    break;
                }
            }
            catch (Exception e) when (telemetry.Fail(e))
            {
                throw;
            }

            telemetry.Receive(events.Current);
            yield return events.Current;
        }

        telemetry.Complete();
    }

    // The span becomes the current one, of the asynchronous method that called and of what that calls in turn.
    private CallTelemetry Begin(ImageRequest request, bool isStreaming)
    {
        var current = options();
        var isMeasured = Instruments.AreEnabled;
        var isTraced = Instruments.Source.HasListeners();
        var tags = isMeasured || isTraced ? RequestTags.Of(request, current, provider(current)) : [];
        var span = isTraced ? RequestTags.StartSpan(request, current, tags, isStreaming) : null;

        return new CallTelemetry(this, request, current, span, isMeasured ? tags : null);
    }
}
