using System.Net;

namespace OpenAIImages;

/// <summary>Content that knows whether it has been asked for.</summary>
/// <remarks>
/// HTTP handlers ask for content only once there is a connection to write it to. Until then nothing can have been made
/// or billed, whatever the exception is called; this tells so on every target and with every handler.
/// </remarks>
internal abstract class RequestContent : CancellableContent
{
    private volatile bool _isAskedFor;

    /// <summary>Gets whether anybody has begun to send this, or has read it.</summary>
    public bool IsAskedFor => _isAskedFor;

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected sealed override Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _isAskedFor = true;

        return WriteAsync(stream, context, cancellationToken);
    }

    protected abstract Task WriteAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken);
}
