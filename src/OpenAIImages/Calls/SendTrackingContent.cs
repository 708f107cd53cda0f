using System.Net;

namespace OpenAIImages.Calls;

/// <summary>Content that knows whether it has been asked for, and whether all of it was written.</summary>
/// <remarks>
/// HTTP handlers ask for content only once there is a connection to write it to, and nothing can be made of a request
/// before its last byte. So until then nothing can have been billed, whatever the exception is called; this tells so on
/// every target and with every handler.
/// </remarks>
internal abstract class SendTrackingContent : CancellableContent
{
    private volatile bool _hasBegunSending;
    private volatile bool _isWhollySent;

    /// <summary>Gets whether anybody has begun to send this, or has read it.</summary>
    public bool HasBegunSending => _hasBegunSending;

    /// <summary>Gets whether all of this has been handed over to be sent.</summary>
    public bool IsWhollySent => _isWhollySent;

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected sealed override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // The platform sends it once more where a server says that it has not looked at it.
        _hasBegunSending = true;
        _isWhollySent = false;
        await WriteAsync(stream, context, cancellationToken).ConfigureAwait(false);
        _isWhollySent = true;
    }

    protected abstract Task WriteAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken);
}
