using System.Net;

namespace OpenAIImages;

/// <summary>A link to an image has expired. Such links usually live for an hour.</summary>
/// <remarks>The image is lost, unless it was saved before. Making it again costs money again.</remarks>
public sealed class ImageLinkExpiredException : ImageClientException
{
    /// <summary>Names the host of the link that has expired. The message does not hold the rest of the link, which
    /// gives access.</summary>
    /// <param name="host">The host that the link leads to.</param>
    /// <param name="status">The status that the host answered with.</param>
    public ImageLinkExpiredException(string host, HttpStatusCode status)
        : base($"The link to the image has expired: {host} answers with status {(int)status}.", innerException: null)
        => Status = status;

    /// <summary>Gets the status that the host answered with, for example 403 or 404.</summary>
    public HttpStatusCode Status { get; }
}
