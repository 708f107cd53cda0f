using System.Net;
using OpenAIImages.Inputs;

namespace OpenAIImages.Encoders;

/// <summary>The part of a form with a file, which is read from its source while it is sent.</summary>
/// <param name="source">The source.</param>
/// <param name="length">The length of the source in bytes, if it is known.</param>
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
