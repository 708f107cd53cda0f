using System.Diagnostics.CodeAnalysis;
using System.Net;
using OpenAIImages.Calls;

namespace OpenAIImages.Encoders;

/// <summary>A request as JSON, in one array of its own size.</summary>
internal sealed class JsonContent : SendTrackingContent
{
    private readonly byte[] _json;

    public JsonContent(byte[] json)
    {
        _json = json;
        Headers.TryAddWithoutValidation("Content-Type", "application/json");
    }

    protected override Task WriteAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        => stream.WriteAsync(_json, 0, _json.Length, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;

        return true;
    }

    // .NET Framework disposes of content once it is sent, and this may be sent again. There is nothing to let go of.
    [SuppressMessage("Usage", "CA2215", Justification = "What it would call is what must not happen.")]
    protected override void Dispose(bool disposing)
    {
    }
}
