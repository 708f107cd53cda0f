using System.Net;
using System.Net.Http.Headers;

namespace OpenAIImages.Benchmarks.Network;

/// <summary>A network that answers every request with the same reply, from memory, as soon as the request was sent.
/// </summary>
internal sealed class CannedNetwork : HttpMessageHandler
{
    /// <summary>The address of a service that does not exist: requests never leave this handler.</summary>
    public static readonly Uri Endpoint = new("https://canned.test/v1/");

    private const int SmallRead = 16 * 1_024;

    private readonly Func<HttpContent> _reply;
    private readonly Sink _sent;

    private CannedNetwork(Func<HttpContent> reply, Sink? sent)
    {
        _reply = reply;
        _sent = sent ?? new Sink();
    }

    /// <summary>Makes a network that answers with JSON.</summary>
    /// <param name="body">The JSON.</param>
    /// <param name="shape">The shape of the reply; by default the whole body at once, with its length.</param>
    /// <param name="sent">The stream that receives the clients' requests.</param>
    public static CannedNetwork Json(ReplyBody body, ReplyShape? shape = null, Sink? sent = null)
        => Of(body.Bytes, "application/json", shape, sent);

    /// <summary>Makes a network that answers with events, whose length is not known beforehand.</summary>
    /// <param name="body">The events.</param>
    public static CannedNetwork Events(ReplyBody body)
        => Of(body.Bytes, "text/event-stream", new ReplyShape(1, 1) { IsChunked = true, HasSmallReads = true });

    /// <summary>Makes a network that answers with a picture.</summary>
    /// <param name="picture">The picture.</param>
    public static CannedNetwork Picture(byte[] picture)
        => Of(picture, "image/png", new ReplyShape(1, 1) { HasSmallReads = true });

    /// <summary>Opens a body as the network gives it, for benchmarks that measure the bare reading.</summary>
    public static Stream Open(byte[] body, bool hasSmallReads) => new CannedStream(body, MostAtOnce(hasSmallReads));

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            await content.CopyToAsync(_sent, cancellationToken);
        }

        return new HttpResponseMessage(HttpStatusCode.OK) { Content = _reply(), RequestMessage = request };
    }

    private static CannedNetwork Of(byte[] body, string mediaType, ReplyShape? shape = null, Sink? sent = null)
    {
        var type = new MediaTypeHeaderValue(mediaType);
        var mostAtOnce = MostAtOnce(shape?.HasSmallReads ?? false);

        return new CannedNetwork(() => new CannedContent(body, type, mostAtOnce, shape?.IsChunked ?? false), sent);
    }

    private static int MostAtOnce(bool hasSmallReads) => hasSmallReads ? SmallRead : int.MaxValue;
}
