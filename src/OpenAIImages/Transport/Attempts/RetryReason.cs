using System.Globalization;
using OpenAIImages.Diagnostics;
using Polly;
using Polly.Timeout;

namespace OpenAIImages.Transport;

/// <summary>Names the reason of a retry for telemetry, by the values of failed calls.</summary>
internal static class RetryReason
{
    /// <summary>Names the reason of an attempt whose reply was read.</summary>
    public static string NameOf(FailedAttempt attempt, Exception? fault)
        => attempt.ErrorReply is { } error ? ErrorType.NameOf(error)
            : fault is TimeoutRejectedException ? TelemetryNames.Failure.Timeout
            : ConnectionFault(attempt.WasSent);

    /// <summary>Names the reason of an attempt whose reply was not read.</summary>
    public static string NameOf(Outcome<HttpResponseMessage> outcome, bool wasSent)
        => outcome.Result is { } reply
            ? ((int)reply.StatusCode).ToString(CultureInfo.InvariantCulture)
            : outcome.Exception is OperationCanceledException or TimeoutRejectedException
                ? TelemetryNames.Failure.Timeout
            : ConnectionFault(wasSent);

    private static string ConnectionFault(bool wasSent)
        => wasSent ? TelemetryNames.Failure.ConnectionLost : TelemetryNames.Failure.ConnectionFailed;
}
