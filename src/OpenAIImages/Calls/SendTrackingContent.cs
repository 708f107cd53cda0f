using System.Net;

namespace OpenAIImages.Calls;

/// <summary>Content that records whether its sending has begun, and whether it was wholly sent.</summary>
/// <remarks>
/// An HTTP handler reads content only after it has a connection, and the service makes no image before the last byte of
/// a request. So nothing can have been billed before the content was wholly sent. No exception of the platform reports
/// the progress of sending. This content knows it on every target and with every handler.
/// </remarks>
internal abstract class SendTrackingContent : CancellableContent
{
    private volatile bool _hasBegunSending;
    private volatile bool _isWhollySent;

    /// <summary>Gets whether a handler has begun to send or to read the content.</summary>
    public bool HasBegunSending => _hasBegunSending;

    /// <summary>Gets whether the handler has received all of the content for sending.</summary>
    public bool IsWhollySent => _isWhollySent;

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected sealed override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // The platform sends the content once more when a server reports that it has not processed the request.
        _hasBegunSending = true;
        _isWhollySent = false;
        await WriteAsync(stream, context, cancellationToken).ConfigureAwait(false);
        _isWhollySent = true;
    }

    protected abstract Task WriteAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken);
}
