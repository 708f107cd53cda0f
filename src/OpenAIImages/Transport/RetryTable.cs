using System.Net;

namespace OpenAIImages.Transport;

/// <summary>Decides what is repeated. The service has no way to recognise a request it has had before.</summary>
internal static class RetryTable
{
    /// <summary>Whether an attempt that failed is worth another. The first row that fits decides.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="retryUnknownOutcome">Whether the caller would rather pay twice than go without.</param>
    /// <returns>Whether to repeat it.</returns>
    public static bool IsWorthRepeating(Attempt attempt, bool retryUnknownOutcome) => attempt switch
    {
        // Blocked, out of money, a wrong key, a wrong field: no header can make the same request pass.
        { Refusal.IsFinal: true } => false,

        // The service knows best what has become of the request.
        { ServiceSays: { } word } => word,

        // Nothing left this machine, so nothing was bought.
        { Refusal: null, WasSent: false } => true,

        // Turned away or broken off by the service itself, which bills only what it delivers. 520 to 524 are the
        // same from the network in front of it.
        {
            Refusal.Status: HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict or (HttpStatusCode)429
                or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
                or (>= (HttpStatusCode)520 and <= (HttpStatusCode)524)
        } => true,

        // Any other status is an answer, and the same request meets the same one; 504 alone is none.
        { Refusal.Status: not HttpStatusCode.GatewayTimeout } => false,

        // 504, out of time, connection lost: the image may have been made and billed. Asking again for what costs
        // nothing is free.
        _ => retryUnknownOutcome || !attempt.CostsMoney,
    };
}
