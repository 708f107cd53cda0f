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
internal sealed class LimiterStrategy(RateLimiter limiter) : ResilienceStrategy<HttpResponseMessage>
{
    private readonly ImagePacer? _pacer = limiter as ImagePacer;

    /// <summary>Adds the limiter that the options want, if they want one.</summary>
    [UnconditionalSuppressMessage(
        "Trimming", "IL2026", Justification = "Annotations of the options are read, and these have none.")]
    public static void AddTo(ResiliencePipelineBuilder<HttpResponseMessage> builder, ImageClientOptions options)
    {
        if ((options.OwnLimiter ?? CreatePacer(options)) is { } limiter)
        {
            builder.AddStrategy(_ => new LimiterStrategy(limiter), new LimiterStrategyOptions());
        }
    }

    protected override async ValueTask<Outcome<HttpResponseMessage>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<HttpResponseMessage>>> callback,
        ResilienceContext context,
        TState state)
    {
        var call = Call.Of(context);
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
        using (lease)
        {
            outcome = await callback(context, state).ConfigureAwait(false);
            if (lease is PaceLease own && IsUnused(outcome, call))
            {
                own.GiveBack();
            }
        }

        if (outcome.Result is { } reply)
        {
            Learn(reply, call);
        }

        return outcome;
    }

    private static ImagePacer? CreatePacer(ImageClientOptions options)
        => options.RateLimit.ImagesPerMinute is { } images ? new ImagePacer(options, images) : null;

    private static bool IsUnused(Outcome<HttpResponseMessage> outcome, Call call)
        => outcome.Exception is BrokenCircuitException || (outcome.Exception is not null && !call.WasSent);

    private void Learn(HttpResponseMessage reply, Call call)
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

    private async ValueTask<RateLimitLease> AcquireAsync(Call call, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        RateLimitLease lease;
        try
        {
            var turn = limiter.AcquireAsync(call.Record.Images, limit.Token);
            using var timer = turn.IsCompleted
                ? null
                : call.Options.TimeProvider.CancelAfter(limit, call.TimeToWait());
            lease = await turn.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw call.Settle(
                ImageCallRejectedException.TurnCameTooLate(call.TotalTimeout, call.LastFault));
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or ObjectDisposedException)
        {
            throw call.Settle(ImageCallRejectedException.LimiterFailed(call.Record.Images, e, call.LastFault));
        }

        if (lease.IsAcquired)
        {
            return lease;
        }

        using (lease)
        {
            TimeSpan? wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : null;

            throw call.Settle(ImageCallRejectedException.TooManyWait(wait, call.LastFault));
        }
    }
}
