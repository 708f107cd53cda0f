using System.Net;
using OpenAIImages.Inputs;

namespace OpenAIImages.Encoders;

/// <summary>The part of a form that is an image, read from its source while it is sent.</summary>
/// <remarks><b>Memory.</b> One pooled buffer while it is sent, whatever the image's size.</remarks>
internal sealed class InputContent(InputSource source, long? length) : CancellableContent
{
    private const int BufferSize = 80 * 1024;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
        => source.CopyToAsync(stream, BufferSize, reader: this, cancellationToken);

    protected override bool TryComputeLength(out long computed)
    {
        computed = length ?? -1;

        return length is not null;
    }
}
