using System.Globalization;
using OpenAIImages.Diagnostics;
using Polly;
using Polly.Timeout;

namespace OpenAIImages.Transport;

/// <summary>Names why an attempt is repeated, in the words that telemetry has for calls that fail.</summary>
internal static class RetryReason
{
    public static string NameOf(FailedAttempt attempt, Exception? fault)
        => attempt.ErrorReply is { } refusal ? ErrorType.NameOf(refusal)
            : fault is TimeoutRejectedException ? TelemetryNames.Failure.Timeout
            : ConnectionFault(attempt.WasSent);

    /// <summary>Names it by what can be known without reading the reply.</summary>
    public static string NameOf(Outcome<HttpResponseMessage> outcome, bool wasSent)
        => outcome.Result is { } reply
            ? ((int)reply.StatusCode).ToString(CultureInfo.InvariantCulture)
            : outcome.Exception is OperationCanceledException or TimeoutRejectedException
                ? TelemetryNames.Failure.Timeout
            : ConnectionFault(wasSent);

    private static string ConnectionFault(bool wasSent)
        => wasSent ? TelemetryNames.Failure.ConnectionLost : TelemetryNames.Failure.ConnectionFailed;
}
