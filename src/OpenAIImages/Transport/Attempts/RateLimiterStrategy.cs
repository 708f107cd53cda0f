using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Threading.RateLimiting;
using OpenAIImages.Headers;
using OpenAIImages.Limiting;
using Polly;
using Polly.CircuitBreaker;

namespace OpenAIImages.Transport;

/// <summary>Lets an attempt go when its turn has come, and hears what the service says about its limits.</summary>
/// <param name="limiter">Gives the turns; a permit is an image. Not disposed of.</param>
internal sealed class RateLimiterStrategy(RateLimiter limiter) : ResilienceStrategy<HttpResponseMessage>
{
    private static readonly TimeSpan? OwnLimitersTime = TimeSpan.FromMinutes(20);

    private readonly ImageRateLimiter? _pacer = limiter as ImageRateLimiter;

    /// <summary>Adds the limiter that the options want, if they want one.</summary>
    [UnconditionalSuppressMessage(
        "Trimming", "IL2026", Justification = "Annotations of the options are read, and these have none.")]
    public static void AddTo(ResiliencePipelineBuilder<HttpResponseMessage> builder, ImageClientOptions options)
    {
        if ((options.OwnLimiter ?? CreatePacer(options)) is { } limiter)
        {
            builder.AddStrategy(_ => new RateLimiterStrategy(limiter), new RateLimiterStrategyOptions());
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

    private static ImageRateLimiter? CreatePacer(ImageClientOptions options)
        => options.RateLimit.ImagesPerMinute is { } images ? new ImageRateLimiter(options, images) : null;

    private static bool IsUnused(Outcome<HttpResponseMessage> outcome, CallAttempts call)
        => outcome.Exception is BrokenCircuitException || (outcome.Exception is not null && !call.WasSent);

    // A picture that has come is not lost to a limiter that cannot take its lease back.
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
        if (_pacer is null)
        {
            return;
        }

        if (RateLimitsDecoder.Decode(reply.Headers) is { } limits)
        {
            _pacer.Learn(limits);
        }

        if (reply.StatusCode == (HttpStatusCode)429)
        {
            _pacer.Pause(RetryAfterDecoder.Decode(reply.Headers, message: null, call.Options.TimeProvider));
        }
    }

    // Nothing is sent without a lease. The only exceptions that leave this are ours, and the caller's own cancellation.
    private async ValueTask<RateLimitLease> AcquireAsync(CallAttempts call, CancellationToken cancellationToken)
    {
        var images = call.Record.Images;
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var turn = limiter.AcquireAsync(images, limit.Token);
            var lease = turn.IsCompleted
                ? await turn.ConfigureAwait(false)
                : await WaitAsync(turn, call, limit, cancellationToken).ConfigureAwait(false);
            if (lease.IsAcquired)
            {
                return lease;
            }

            using (lease)
            {
                TimeSpan? wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : null;

                throw _pacer is null
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

    // The limiter may be deaf to its token, and then goes on by itself.
    private async ValueTask<RateLimitLease> WaitAsync(
        ValueTask<RateLimitLease> turn,
        CallAttempts call,
        CancellationTokenSource limit,
        CancellationToken cancellationToken)
    {
        var time = call.Options.RateLimit.TurnTimeout ?? (_pacer is null ? OwnLimitersTime : null);
        using var timer = time is { } given ? call.Options.TimeProvider.CancelAfter(limit, given) : null;
        call.Turns.Begin();
        try
        {
            return await turn.OrLeaveAsync(GiveBack, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
            when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw ImageCallRejectedException.TurnCameTooLate(time.GetValueOrDefault(), call.LastFault);
        }
        finally
        {
            call.Turns.End();
        }
    }

    private static void GiveBack(RateLimitLease lease)
    {
        (lease as ImageLease)?.GiveBack();
        lease.Dispose();
    }
}
