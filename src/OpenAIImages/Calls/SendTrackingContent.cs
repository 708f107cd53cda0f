using System.Net;

namespace OpenAIImages.Calls;

/// <summary>Content that knows whether its sending has begun, and whether it was wholly sent.</summary>
/// <remarks>
/// An HTTP handler reads content only once there is a connection to write it to, and the service makes no image of a
/// request before its last byte. So nothing can have been billed before the content was wholly sent. No exception of
/// the platform says how far the sending came; this content knows it on every target and with every handler.
/// </remarks>
internal abstract class SendTrackingContent : CancellableContent
{
    private volatile bool _hasBegunSending;
    private volatile bool _isWhollySent;

    /// <summary>Gets whether something has begun to send or to read the content.</summary>
    public bool HasBegunSending => _hasBegunSending;

    /// <summary>Gets whether all of the content was handed over to be sent.</summary>
    public bool IsWhollySent => _isWhollySent;

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected sealed override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // The platform sends the content once more when a server says that it has not looked at the request.
        _hasBegunSending = true;
        _isWhollySent = false;
        await WriteAsync(stream, context, cancellationToken).ConfigureAwait(false);
        _isWhollySent = true;
    }

    protected abstract Task WriteAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken);
}
