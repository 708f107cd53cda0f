using System.Net;
using OpenAIImages.Calls;

namespace OpenAIImages.Encoders;

/// <summary>An edit as JSON. It reads its images and inserts them as base64 while it is sent.</summary>
/// <remarks><b>Memory.</b> The content holds the JSON without the images, and two pooled buffers while it is
/// sent.</remarks>
internal sealed class JsonEditContent : SendTrackingContent
{
    private readonly ReadOnlyMemory<byte> _json;
    private readonly List<(long Offset, InlineImage Image)> _insertions;

    /// <param name="json">The JSON without the images.</param>
    /// <param name="insertions">The images in order, each with its byte offset in the JSON.</param>
    public JsonEditContent(ReadOnlyMemory<byte> json, List<(long Offset, InlineImage Image)> insertions)
    {
        _json = json;
        _insertions = insertions;
        Headers.TryAddWithoutValidation("Content-Type", "application/json");
    }

    protected override async Task WriteAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var written = 0;
        foreach (var (offset, image) in _insertions)
        {
            var before = _json.Slice(written, (int)offset - written);
            await stream.WriteAsync(before, cancellationToken).ConfigureAwait(false);
            await image.CopyToAsync(stream, reader: this, cancellationToken).ConfigureAwait(false);
            written = (int)offset;
        }

        await stream.WriteAsync(_json.Slice(written), cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length + _insertions.Sum(insertion => insertion.Image.Base64Length);

        return true;
    }
}
