using System.Net;

namespace OpenAIImages;

/// <summary>The account has no credit left, or has reached its spending limit.</summary>
/// <remarks>
/// The codes are, for example, <c>insufficient_quota</c> (status 429) and <c>billing_hard_limit_reached</c> (status
/// 400). The client never repeats such a call: only a payment helps.
/// </remarks>
public sealed class ImageQuotaException : ImageApiException
{
    /// <summary>Makes an exception with the status and the reason of the refusal.</summary>
    /// <param name="status">The HTTP status of the reply.</param>
    /// <param name="reason">The service's explanation, if it gave one.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ImageQuotaException(
        HttpStatusCode status, string? reason = null, Exception? innerException = null)
        : base(status, reason, innerException)
    {
    }
}
