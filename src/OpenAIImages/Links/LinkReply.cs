using System.Net;
using System.Text;
using OpenAIImages.ErrorReplies;
using OpenAIImages.Headers;

namespace OpenAIImages.Links;

/// <summary>Checks that a reply holds the file of a link.</summary>
internal static class LinkReply
{
    // The code of Azure's storage for an expired signature.
    private const string AzureExpiredCode = "AuthenticationFailed";

    /// <exception cref="ImageLinkExpiredException">The file is no longer there.</exception>
    /// <exception cref="ImageTransportException">The host refuses the request.</exception>
    /// <exception cref="ImageDecodeException">The host sends something else.</exception>
    public static async Task EnsureFileAsync(
        HttpResponseMessage reply, string host, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        if (reply.IsSuccessStatusCode)
        {
            if (reply.Content.Headers.ContentEncoding.FirstOrDefault(IsCompressed) is not null)
            {
                throw new ImageDecodeException(
                    $"The host {host} sends a compressed image, although the client did not ask for that.");
            }

            return;
        }

        if (await IsExpiredAsync(reply, timeProvider, cancellationToken).ConfigureAwait(false))
        {
            throw new ImageLinkExpiredException(host, reply.StatusCode);
        }

        var said = reply.StatusCode == HttpStatusCode.NotModified
            ? "it says that nothing has changed (status 304), but the client did not ask that: a cache answers."
            : $"it answers with status {(int)reply.StatusCode}.";
        throw IsTransient(reply.StatusCode)
            ? ImageTransportException.LinkBusy(
                host, said, RetryAfterDecoder.Decode(reply.Headers, message: null, timeProvider))
            : ImageTransportException.LinkFailed(host, said);
    }

    private static async Task<bool> IsExpiredAsync(
        HttpResponseMessage reply, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        if (reply.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            return true;
        }

        var body = await ErrorReplyBody.ReadAsync(reply, timeProvider, cancellationToken).ConfigureAwait(false);

        return Encoding.UTF8.GetString(body).Contains(AzureExpiredCode);
    }

    private static bool IsCompressed(string coding) => !coding.Equals("identity", StringComparison.OrdinalIgnoreCase);

    private static bool IsTransient(HttpStatusCode status) => (int)status is 408 or 429 or >= 500;
}
