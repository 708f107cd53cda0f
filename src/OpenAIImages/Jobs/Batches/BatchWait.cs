using OpenAIImages.Diagnostics;

namespace OpenAIImages.Jobs;

/// <summary>Waits for the end of a batch: asks the service again and again, waits longer each time, and asks at once
/// when a signal comes.</summary>
/// <param name="service">The sender of the calls.</param>
/// <param name="id">The id of the batch.</param>
/// <param name="options">The settings of the wait.</param>
/// <param name="random">The function that returns a number from 0 up to 1, for the jitter of waits.</param>
internal sealed class BatchWait(ServiceCaller service, string id, ImageBatchWaitOptions options, Func<double> random)
{
    private const double Jitter = 0.25;

    private readonly TimeProvider _clock = service.Options.TimeProvider;
    private TimeSpan _delay = options.FirstDelay;
    private long? _outageSince;

    /// <summary>Asks the service for the state of a batch.</summary>
    public static Task<ImageBatch> AskAsync(ServiceCaller service, string id, CancellationToken cancellationToken)
        => service.AskAsync(
            new ServiceRequest(
                TelemetryNames.Span.GetBatch, HttpMethod.Get, $"batches/{ServiceRequest.PartOf(id, nameof(id))}"),
            BatchObjects.Decode,
            cancellationToken);

    public async Task<ImageBatch> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await LookAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // The signal removes the entry of this wait. Other waits for the same batch look again.
            options.Signals?.Signal(id);
        }
    }

    private async Task<ImageBatch> LookAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // The wait for the signal begins before the look, so that no signal is missed in between.
            var signal = options.Signals?.NextAsync(id);
            TimeSpan? atLeast = null;
            try
            {
                var batch = await AskAsync(service, id, cancellationToken).ConfigureAwait(false);
                _outageSince = null;
                options.Progress?.Report(batch);
                if (batch.Status.IsFinal)
                {
                    return batch;
                }
            }
            catch (ImageClientException e) when (e.IsTransient && IsWorthWaiting())
            {
                atLeast = e.RetryAfter;
            }

            await WaitAsync(NextDelay(atLeast), signal, cancellationToken).ConfigureAwait(false);
        }
    }

    private bool IsWorthWaiting()
    {
        _outageSince ??= _clock.GetTimestamp();

        return _clock.GetElapsedTime(_outageSince.Value) < options.OutageTimeout;
    }

    // The jitter spreads the calls that wait for batches which were created together.
    private TimeSpan NextDelay(TimeSpan? atLeast)
    {
        var whole = _delay < options.MaxDelay ? _delay : options.MaxDelay;
        _delay = TimeSpan.FromTicks(Math.Min(whole.Ticks * 2, options.MaxDelay.Ticks));
        var delay = TimeSpan.FromTicks((long)(whole.Ticks * (1 - (Jitter * random()))));

        var asked = atLeast > options.MaxDelay ? options.MaxDelay : atLeast.GetValueOrDefault();

        return asked > delay ? asked : delay;
    }

    private async Task WaitAsync(TimeSpan delay, Task? signal, CancellationToken cancellationToken)
    {
        if (signal is null)
        {
            await Task.Delay(delay, _clock, cancellationToken).ConfigureAwait(false);

            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waiting = Task.Delay(delay, _clock, stop.Token);
        if (await Task.WhenAny(waiting, signal).ConfigureAwait(false) == signal)
        {
            _delay = options.FirstDelay;
            stop.Cancel();
        }

        cancellationToken.ThrowIfCancellationRequested();
    }
}
