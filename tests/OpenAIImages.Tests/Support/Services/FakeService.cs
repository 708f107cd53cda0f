using System.Net;
using System.Net.Http.Headers;
using OpenAIImages.Diagnostics;
using OpenAIImages.Transport;

namespace OpenAIImages.Tests.Support;

/// <summary>Stands in for the network: keeps each request and answers it with the next reply of a test.</summary>
internal sealed class FakeService : HttpMessageHandler
{
    public const string Key = "sk-test-0123456789abcdef";

    private readonly Queue<Func<HttpResponseMessage>> _replies = [];

    /// <summary>The requests that arrived, in order.</summary>
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

    /// <summary>Makes a client by the public constructor.</summary>
    public OpenAIImageClient CreateClient(Action<ImageClientOptions>? configure = null)
        => new(CreateOptions(configure), this);

    /// <summary>Makes a client that fetches links from this service, too; the public constructors use sockets for
    /// links.</summary>
    public OpenAIImageClient CreateLinkClient(Action<ImageClientOptions>? configure = null)
    {
        var options = CreateOptions(configure);
        var http = HttpPipeline.CreateClient(options, this);

        return new OpenAIImageClient(() => http, () => options, Log.Create(options.LoggerFactory), this);
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Received.Add((Copy(request), body));
        if (!_replies.TryDequeue(out var reply))
        {
            throw new InvalidOperationException($"The test has no reply for request {Received.Count}.");
        }

        return reply();
    }

    private static ImageClientOptions CreateOptions(Action<ImageClientOptions>? configure)
    {
        var options = new ImageClientOptions
        {
            ApiKey = Key,
            Endpoint = new Uri("https://fake.test/v1/"),
            MaxRetries = 0,
        };
        configure?.Invoke(options);

        return options;
    }

    // The client removes its headers from the message when the call ends.
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
