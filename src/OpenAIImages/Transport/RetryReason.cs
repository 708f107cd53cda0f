using OpenAIImages.Diagnostics;
using Polly.Timeout;

namespace OpenAIImages.Transport;

/// <summary>Names why an attempt is repeated, in the words that telemetry has for calls that fail.</summary>
internal static class RetryReason
{
    public static string Of(Attempt attempt, Exception? fault)
        => attempt.Refusal is { } refusal ? ErrorType.Of(refusal)
            : fault is TimeoutRejectedException ? TelemetryNames.Failure.Timeout
            : attempt.WasSent ? TelemetryNames.Failure.ConnectionLost
            : TelemetryNames.Failure.ConnectionFailed;
}
