using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace OpenAIImages.Benchmarks;

/// <summary>A network that answers every request with the same reply, from memory.</summary>
internal sealed class CannedReply(byte[] body) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>Makes a reply that holds one picture of random bytes, which no compression shortens.</summary>
    public static byte[] WithPicture(int length)
    {
        var picture = new byte[length];
        new Random(Seed: 1).NextBytes(picture);

        return JsonSerializer.SerializeToUtf8Bytes(
            new { created = 1_713_833_628, data = new[] { new { b64_json = picture } } });
    }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
        => Task.FromResult(Reply());

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        => Reply();

    private HttpResponseMessage Reply() => new(HttpStatusCode.OK)
    {
        Content = new ByteArrayContent(body) { Headers = { ContentType = Json } },
    };
}
