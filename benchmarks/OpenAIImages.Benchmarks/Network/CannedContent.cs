using System.Net;
using System.Net.Http.Headers;

namespace OpenAIImages.Benchmarks.Network;

/// <summary>The body of a reply, from memory.</summary>
internal sealed class CannedContent : HttpContent
{
    private readonly byte[] _bytes;
    private readonly int _mostAtOnce;
    private readonly bool _isChunked;

    /// <summary>Holds a body.</summary>
    /// <param name="bytes">The body.</param>
    /// <param name="mediaType">The media type.</param>
    /// <param name="mostAtOnce">The most bytes that one read gives.</param>
    /// <param name="isChunked">Whether the client does not learn the length.</param>
    public CannedContent(byte[] bytes, MediaTypeHeaderValue mediaType, int mostAtOnce, bool isChunked)
    {
        (_bytes, _mostAtOnce, _isChunked) = (bytes, mostAtOnce, isChunked);
        Headers.ContentType = mediaType;
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(Open());

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => Open();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await using var body = Open();
        await body.CopyToAsync(stream);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;

        return !_isChunked;
    }

    private CannedStream Open() => new CannedStream(_bytes, _mostAtOnce);
}
