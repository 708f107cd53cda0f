using OpenAIImages.Diagnostics;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace OpenAIImages.Transport;

/// <summary>Decides whether and when the client repeats an attempt.</summary>
internal static class RetryStrategy
{
    /// <summary>Returns the options of Polly's retry strategy. The options of the client that makes a call decide about
    /// its retries.</summary>
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

        if (!IsAllowed(call.Verdict, call)
            || RetryDelay.After(
                retriesTaken,
                attempt.ErrorReply?.RetryAfter,
                call.Options.MaxServerDelay,
                call.Random()) is not { } delay)
        {
            return false;
        }

        // A wait that outlasts the call would end in a time-out, which hides the service's error.
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

    private static bool IsAllowed(RetryVerdict verdict, CallAttempts call)
        => !(call.Record.IsLookedUp && verdict.MayHaveBeenBilled)
            && (verdict.Decision == RetryDecision.Yes
                || (verdict.Decision == RetryDecision.IfUnknownOutcomesAllowed && call.Options.RetryUnknownOutcome));

    private static string Describe(FailedAttempt attempt, Exception? fault)
        => attempt.ErrorReply is { } error
            ? $"status {(int)error.Status}, code {error.Code ?? "none"}"
            : fault?.GetType().Name ?? "no reply";
}
