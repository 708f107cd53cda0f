using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Threading.RateLimiting;
using OpenAIImages.Headers;
using OpenAIImages.Limiting;
using Polly;
using Polly.CircuitBreaker;

namespace OpenAIImages.Transport;

/// <summary>Delays each attempt until a rate limiter grants it, and reports the service's limits to our own
/// limiter.</summary>
/// <param name="limiter">The limiter. A permit is an image. The strategy does not dispose of the limiter.</param>
internal sealed class RateLimiterStrategy(RateLimiter limiter) : ResilienceStrategy<HttpResponseMessage>
{
    private static readonly TimeSpan? ForeignTurnTimeout = TimeSpan.FromMinutes(20);

    private readonly ImageRateLimiter? _ownLimiter = limiter as ImageRateLimiter;

    /// <summary>Adds the limiter of the options, if they have one.</summary>
    [UnconditionalSuppressMessage(
        "Trimming", "IL2026", Justification = "Polly reads the annotations of the options, and ours have none.")]
    public static void AddTo(ResiliencePipelineBuilder<HttpResponseMessage> builder, ImageClientOptions options)
    {
        if ((options.UserLimiter ?? CreateLimiter(options)) is { } limiter)
        {
            builder.AddStrategy(_ => new RateLimiterStrategy(limiter), new StrategyOptions());
        }
    }

    protected override async ValueTask<Outcome<HttpResponseMessage>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<HttpResponseMessage>>> callback,
        ResilienceContext context,
        TState state)
    {
        var call = CallAttempts.From(context);
        if (!call.Record.CostsMoney)
        {
            return await callback(context, state).ConfigureAwait(false);
        }

        RateLimitLease lease;
        try
        {
            lease = await AcquireAsync(call, context.CancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ImageClientException or OperationCanceledException)
        {
            return Outcome.FromException<HttpResponseMessage>(e);
        }

        Outcome<HttpResponseMessage> outcome;
        try
        {
            outcome = await callback(context, state).ConfigureAwait(false);
            if (lease is ImageLease own && IsUnused(outcome, call))
            {
                own.GiveBack();
            }
        }
        finally
        {
            End(lease, call);
        }

        if (outcome.Result is { } reply)
        {
            Learn(reply, call);
        }

        return outcome;
    }

    private static ImageRateLimiter? CreateLimiter(ImageClientOptions options)
        => options.RateLimit.ImagesPerMinute is { } images ? new ImageRateLimiter(options, images) : null;

    private static bool IsUnused(Outcome<HttpResponseMessage> outcome, CallAttempts call)
        => outcome.Exception is BrokenCircuitException || (outcome.Exception is not null && !call.WasSent);

    // A limiter that throws on the return of its lease must not cause the loss of an image.
    private static void End(RateLimitLease lease, CallAttempts call)
    {
        try
        {
            lease.Dispose();
        }
        catch (Exception e)
        {
            call.Log?.LeaseNotReturned(e);
        }
    }

    private void Learn(HttpResponseMessage reply, CallAttempts call)
    {
        if (_ownLimiter is null)
        {
            return;
        }

        if (RateLimitsDecoder.Decode(reply.Headers) is { } limits)
        {
            _ownLimiter.Learn(limits);
        }

        if (reply.StatusCode == (HttpStatusCode)429)
        {
            _ownLimiter.Pause(RetryAfterDecoder.Decode(reply.Headers, message: null, call.Options.TimeProvider));
        }
    }

    // The client sends nothing without a lease. The method throws our own exceptions, and a cancellation when the
    // caller cancelled.
    private async ValueTask<RateLimitLease> AcquireAsync(CallAttempts call, CancellationToken cancellationToken)
    {
        var images = call.Record.Images;
        try
        {
            var time = call.Options.RateLimit.TurnTimeout ?? (_ownLimiter is null ? ForeignTurnTimeout : null);
            using var limit = TimeLimit.Begin(
                call.Options.TimeProvider, time ?? Timeout.InfiniteTimeSpan, cancellationToken);
            var turn = limiter.AcquireAsync(images, limit.Token);
            var lease = turn.IsCompleted
                ? await turn.ConfigureAwait(false)
                : await WaitAsync(turn, call, limit, time).ConfigureAwait(false);
            if (lease.IsAcquired)
            {
                return lease;
            }

            using (lease)
            {
                TimeSpan? wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : null;

                throw _ownLimiter is null
                    ? ImageCallRejectedException.RefusedByLimiter(images, wait, call.LastFault)
                    : ImageCallRejectedException.TooManyWait(wait, call.LastFault);
            }
        }
        catch (ImageCallRejectedException e)
        {
            throw call.Complete(e);
        }
        catch (Exception e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (Exception e)
        {
            throw call.Complete(ImageCallRejectedException.LimiterFailed(images, e, call.LastFault));
        }
    }

    // A limiter that ignores its token continues alone, and the strategy gives a late lease back.
    private static async ValueTask<RateLimitLease> WaitAsync(
        ValueTask<RateLimitLease> turn, CallAttempts call, TimeLimit limit, TimeSpan? time)
    {
        call.TurnWait.Begin();
        try
        {
            return await turn.OrAbandonAsync(GiveBack, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsOver)
        {
            throw ImageCallRejectedException.TurnCameTooLate(time.GetValueOrDefault(), call.LastFault);
        }
        finally
        {
            call.TurnWait.End();
        }
    }

    private static void GiveBack(RateLimitLease lease)
    {
        (lease as ImageLease)?.GiveBack();
        lease.Dispose();
    }

    // Polly requires options, and shows their name in its telemetry.
    private sealed class StrategyOptions : ResilienceStrategyOptions
    {
        public StrategyOptions() => Name = "ImageLimiter";
    }
}
