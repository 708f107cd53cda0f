using System.Net;
using OpenAIImages.Calls;

namespace OpenAIImages.Transport;

/// <summary>Tracks the sending of content that does not track it itself, or that was sent or read before.</summary>
/// <remarks>.NET Framework disposes of content after it is sent. It disposes only of this wrapper, so the content
/// itself can be sent again.</remarks>
internal sealed class SendTrackingWrapper : SendTrackingContent
{
    private readonly HttpContent _content;

    public SendTrackingWrapper(HttpContent content)
    {
        _content = content;
        foreach (var header in content.Headers)
        {
            Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    protected override Task WriteAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        => _content.CopyToAsync(stream, context, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _content.Headers.ContentLength ?? -1;

        return length >= 0;
    }
}
