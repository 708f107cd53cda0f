using System.Net;

namespace OpenAIImages;

/// <summary>The service does not accept the API key, or not for this model, organization or country.</summary>
/// <remarks>
/// Status 401 or 403, or a code that says so. Repeating the call cannot help; another key or another setting
/// may.
/// </remarks>
public sealed class ImageAuthenticationException : ImageApiException
{
    /// <summary>Says with which status and why the service refused.</summary>
    /// <param name="status">The HTTP status of the reply.</param>
    /// <param name="reason">The service's explanation, if it gave one.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ImageAuthenticationException(
        HttpStatusCode status, string? reason = null, Exception? innerException = null)
        : base(status, reason, innerException)
    {
    }
}
