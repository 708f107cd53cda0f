using OpenAIImages.Diagnostics;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace OpenAIImages.Transport;

/// <summary>Decides whether an attempt is repeated, and when.</summary>
internal static class RetryStrategy
{
    /// <summary>Describes the strategy; the options of each <see cref="CallAttempts"/> decide.</summary>
    public static RetryStrategyOptions<HttpResponseMessage> CreateOptions() => new()
    {
        MaxRetryAttempts = int.MaxValue,
        ShouldHandle = static arguments => new(ShouldRetry(
            arguments.Outcome, CallAttempts.From(arguments.Context), arguments.AttemptNumber,
            arguments.Context.CancellationToken)),
        DelayGenerator = static arguments => new(CallAttempts.From(arguments.Context).NextDelay),
    };

    private static bool ShouldRetry(
        Outcome<HttpResponseMessage> outcome, CallAttempts call, int retriesTaken, CancellationToken cancellationToken)
    {
        if (outcome.Result is { IsSuccessStatusCode: true }
            || (outcome.Exception is { } fault && fault is not TimeoutRejectedException
                && !TransportFault.IsTransportFault(fault, cancellationToken))
            || retriesTaken >= call.Options.MaxRetries
            || (call.WasSent && call.Record.IsSingleUse)
            || call.Failure is not { } attempt)
        {
            return false;
        }

        if (!IsWorthRepeating(call.Verdict, call.Options)
            || RetryDelay.After(
                retriesTaken,
                attempt.ErrorReply?.RetryAfter,
                call.Options.MaxServerDelay,
                call.Random()) is not { } delay)
        {
            return false;
        }

        // A wait that outlasts the call would only hide what the service said behind a time-out.
        if (delay >= call.TimeLeft())
        {
            return false;
        }

        call.IsAllowedAgain = true;
        call.NextDelay = delay;
        call.LastFault = Describe(attempt, outcome.Exception);
        call.Log?.Repeating(retriesTaken + 1, call.LastFault, call.Record.ClientRequestId, delay);
        CallTelemetry.From(call.Message)?.AddRetry(RetryReason.NameOf(attempt, outcome.Exception), delay);

        return true;
    }

    private static bool IsWorthRepeating(RetryVerdict verdict, ImageClientOptions options)
        => verdict.Decision == RetryDecision.Yes
            || (verdict.Decision == RetryDecision.IfUnknownOutcomesAllowed && options.RetryUnknownOutcome);

    private static string Describe(FailedAttempt attempt, Exception? fault)
        => attempt.ErrorReply is { } refusal
            ? $"status {(int)refusal.Status}, code {refusal.Code ?? "none"}"
            : fault?.GetType().Name ?? "no reply";
}
