using System.Net;
using System.Net.Http.Headers;
using OpenAIImages.Diagnostics;
using OpenAIImages.Transport;
using RichardSzalay.MockHttp;

namespace OpenAIImages.Tests.Support;

/// <summary>Stands in for the network, and says what a test wants to say of it.</summary>
internal sealed class FakeService
{
    public const string Key = "sk-test-0123456789abcdef";

    private readonly MockHttpMessageHandler _network = new();
    private readonly Queue<Func<HttpResponseMessage>> _replies = [];

    public FakeService() => _network.When("*").Respond(ReceiveAsync);

    /// <summary>What was sent, in order.</summary>
    public List<(HttpRequestMessage Message, string Body)> Received { get; } = [];

    public FakeService Replies(HttpStatusCode status, string body, string mediaType = "application/json")
        => Replies(() => new HttpResponseMessage(status)
        {
            Content = new StringContent(body, new MediaTypeHeaderValue(mediaType)),
        });

    public FakeService Replies(HttpStatusCode status, byte[] body)
        => Replies(() => new HttpResponseMessage(status) { Content = new ByteArrayContent(body) });

    public FakeService Replies(Func<HttpResponseMessage> reply)
    {
        _replies.Enqueue(reply);

        return this;
    }

    public OpenAIImageClient CreateClient(Action<ImageClientOptions>? configure = null)
    {
        var options = new ImageClientOptions
        {
            ApiKey = Key,
            Endpoint = new Uri("https://fake.test/v1/"),
            MaxRetries = 0,
        };
        configure?.Invoke(options);
        var http = HttpPipeline.CreateClient(options, _network);

        return new OpenAIImageClient(() => http, () => options, Log.Create(options.LoggerFactory), _network);
    }

    private async Task<HttpResponseMessage> ReceiveAsync(HttpRequestMessage message)
    {
        var body = message.Content is null ? "" : await message.Content.ReadAsStringAsync();
        Received.Add((Copy(message), body));

        return _replies.Dequeue()();
    }

    // The pipeline takes its headers off the message again when the call is over.
    private static HttpRequestMessage Copy(HttpRequestMessage message)
    {
        var copy = new HttpRequestMessage(message.Method, message.RequestUri);
        foreach (var header in message.Headers)
        {
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return copy;
    }
}
