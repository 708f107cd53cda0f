using System.Net;

namespace OpenAIImages;

/// <summary>A link to an image has expired. Such links are usually valid for an hour.</summary>
/// <remarks>The image is lost, unless it was saved before. A new image costs money again.</remarks>
public sealed class ImageLinkExpiredException : ImageClientException
{
    /// <summary>Makes an exception with the host of the link. The message does not hold the rest of the link, which
    /// gives access.</summary>
    /// <param name="host">The host of the link.</param>
    /// <param name="status">The status of the host's reply.</param>
    public ImageLinkExpiredException(string host, HttpStatusCode status)
        : base($"The link to the image has expired: {host} answers with status {(int)status}.", innerException: null)
        => Status = status;

    /// <summary>Gets the status of the host's reply, for example 403 or 404.</summary>
    public HttpStatusCode Status { get; }
}
