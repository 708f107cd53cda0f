using System.Net;
using OpenAIImages.Calls;

namespace OpenAIImages.Transport;

/// <summary>Stands for content that does not know by itself whether it has been asked for.</summary>
/// <remarks>.NET Framework disposes of content once it is sent: of this, and not of what may be sent again.</remarks>
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
