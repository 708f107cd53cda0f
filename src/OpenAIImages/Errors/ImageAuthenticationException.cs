using System.Net;

namespace OpenAIImages;

/// <summary>The service does not accept the API key, or not for this model, organization or country.</summary>
/// <remarks>
/// The reply has status 401 or 403, or a code with this meaning. A retry cannot help. Another key or another setting
/// may help.
/// </remarks>
public sealed class ImageAuthenticationException : ImageApiException
{
    /// <summary>Makes an exception with the status and the reason of the refusal.</summary>
    /// <param name="status">The HTTP status of the reply.</param>
    /// <param name="reason">The service's explanation, if it gave one.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ImageAuthenticationException(
        HttpStatusCode status, string? reason = null, Exception? innerException = null)
        : base(status, reason, innerException)
    {
    }
}
