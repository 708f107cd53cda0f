using System.Globalization;
using OpenAIImages.Diagnostics;
using Polly;
using Polly.Timeout;

namespace OpenAIImages.Transport;

/// <summary>Names why an attempt is repeated, in the words that telemetry has for calls that fail.</summary>
internal static class RetryReason
{
    public static string Of(Attempt attempt, Exception? fault)
        => attempt.Refusal is { } refusal ? ErrorType.Of(refusal)
            : fault is TimeoutRejectedException ? TelemetryNames.Failure.Timeout
            : OfConnection(attempt.WasSent);

    /// <summary>Names it by what can be known without reading the reply.</summary>
    public static string Of(Outcome<HttpResponseMessage> outcome, bool wasSent)
        => outcome.Result is { } reply
            ? ((int)reply.StatusCode).ToString(CultureInfo.InvariantCulture)
            : outcome.Exception is OperationCanceledException or TimeoutRejectedException
                ? TelemetryNames.Failure.Timeout
            : OfConnection(wasSent);

    private static string OfConnection(bool wasSent)
        => wasSent ? TelemetryNames.Failure.ConnectionLost : TelemetryNames.Failure.ConnectionFailed;
}
