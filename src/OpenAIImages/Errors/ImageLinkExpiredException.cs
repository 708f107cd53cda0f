using System.Net;

namespace OpenAIImages;

/// <summary>A link to an image leads nowhere any more: such links usually live for an hour.</summary>
/// <remarks>The image is lost, unless it was saved before. Make it again; what has been paid for stays paid.</remarks>
public sealed class ImageLinkExpiredException : ImageClientException
{
    /// <summary>Says whose link has expired. The message names the host alone: the rest of a link gives
    /// access.</summary>
    /// <param name="host">The host that the link leads to.</param>
    /// <param name="status">What the host answered.</param>
    public ImageLinkExpiredException(string host, HttpStatusCode status)
        : base($"The link to the image has expired: {host} answers with status {(int)status}.", innerException: null)
        => Status = status;

    /// <summary>Gets what the host answered, for example 403 or 404.</summary>
    public HttpStatusCode Status { get; }
}
