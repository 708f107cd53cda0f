using System.Net;

namespace OpenAIImages.Transport;

/// <summary>The content of one attempt, which tells when it is first asked for.</summary>
/// <remarks>
/// HTTP handlers ask for the content only once there is a connection to write it to. Until then nothing can have been
/// made or billed, whatever the exception is called; this tells so on every target and with every handler.
/// </remarks>
internal sealed class WatchedContent : CancellableContent
{
    private readonly HttpContent _content;

    private readonly Action _begins;

    public WatchedContent(HttpContent content, Action begins)
    {
        _content = content;
        _begins = begins;
        foreach (var header in content.Headers)
        {
            Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _begins();

        return _content.CopyToAsync(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _content.Headers.ContentLength ?? -1;

        return length >= 0;
    }
}
