using Microsoft.Extensions.Logging;
using OpenAIImages.Decoders;
using OpenAIImages.Diagnostics;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace OpenAIImages.Transport;

/// <summary>Builds the pipeline of a call: its retries, and the time for each attempt.</summary>
/// <param name="timeProvider">The clock that times and waits run on.</param>
/// <param name="random">Returns a number from 0 up to 1, for the jitter of waits.</param>
/// <param name="logger">Is told of every retry.</param>
/// <remarks>
/// The options are those of each <see cref="Call"/>, so that changes reach the next call. The time for the whole call
/// needs no strategy of its own: an attempt gets no more than is left of it, and no wait begins that would outlast it.
/// </remarks>
internal sealed class ResiliencePipelines(TimeProvider timeProvider, Func<double> random, ILogger logger)
{
    public ResiliencePipeline<HttpResponseMessage> Create()
        => new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = timeProvider }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                // The options decide, call by call.
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = arguments => ShouldRetryAsync(
                    arguments.Outcome, Call.Of(arguments.Context), arguments.AttemptNumber,
                    arguments.Context.CancellationToken),
                DelayGenerator = static arguments => new(Call.Of(arguments.Context).NextDelay),
            })
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = static arguments => new(Call.Of(arguments.Context).TimeForAttempt()),
            })
            .Build();

    private async ValueTask<bool> ShouldRetryAsync(
        Outcome<HttpResponseMessage> outcome, Call call, int retriesTaken, CancellationToken cancellationToken)
    {
        if (outcome.Result is { IsSuccessStatusCode: true }
            || (outcome.Exception is { } fault && fault is not TimeoutRejectedException
                && !TransportFault.Is(fault, cancellationToken))
            || retriesTaken >= call.Options.MaxRetries
            || (call.WasSent && call.Message.IsSingleUse()))
        {
            return false;
        }

        var attempt = await ReportAsync(outcome.Result, call, cancellationToken).ConfigureAwait(false);
        if (!RetryTable.IsWorthRepeating(attempt, call.Options.RetryUnknownOutcome)
            || RetryDelay.After(
                retriesTaken, attempt.Refusal?.RetryAfter, call.Options.MaxServerDelay, random()) is not { } delay)
        {
            return false;
        }

        // A wait that outlasts the call would only hide what the service said behind a time-out.
        if (delay >= call.TimeLeft())
        {
            return false;
        }

        call.NextDelay = delay;
        Log.Repeating(logger, retriesTaken + 1, Describe(attempt, outcome.Exception), delay);
        CallTelemetry.Of(call.Message)?.Repeat(RetryReason.Of(attempt, outcome.Exception), delay);

        return true;
    }

    private async Task<Attempt> ReportAsync(
        HttpResponseMessage? reply, Call call, CancellationToken cancellationToken)
    {
        if (reply is null)
        {
            return new Attempt { WasSent = call.WasSent, CostsMoney = call.Message.CostsMoney() };
        }

        try
        {
            var refusal = await ErrorDecoder
                .DecodeAsync(reply, new ErrorContext(timeProvider), cancellationToken)
                .ConfigureAwait(false);

            return new Attempt
            {
                Refusal = refusal,
                ServiceSays = ReplyHeaders.First(reply.Headers, "x-should-retry") is { } word
                    && bool.TryParse(word, out var should) ? should : null,
                WasSent = true,
                CostsMoney = call.Message.CostsMoney(),
            };
        }
        catch (OperationCanceledException)
        {
            reply.Dispose();

            throw;
        }
    }

    private static string Describe(Attempt attempt, Exception? fault)
        => attempt.Refusal is { } refusal
            ? $"status {(int)refusal.Status}, code {refusal.Code ?? "none"}"
            : fault?.GetType().Name ?? "no reply";
}
