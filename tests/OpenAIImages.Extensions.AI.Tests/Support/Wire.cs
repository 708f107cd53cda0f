using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace OpenAIImages.Extensions.AI.Tests.Support;

/// <summary>Stands in for the network: keeps each request, and replies with one image.</summary>
internal sealed class Wire : HttpMessageHandler
{
    public const string Model = "gpt-image-2";

    public static readonly Uri Endpoint = new("https://api.openai.com/v1/");

    public List<(string Path, string Body)> Sent { get; } = [];

    public string Reply { get; init; } =
        $$"""{"created":1,"data":[{"b64_json":"{{Convert.ToBase64String(Pictures.Png)}}"}]}""";

    public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

    /// <summary>Gets the body of the only request, if the body was JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Sent.Single().Body)!;

    public OpenAIImageClient CreateClient(Action<ImageClientOptions>? configure = null)
    {
        var options = new ImageClientOptions { ApiKey = "sk-test", Endpoint = Endpoint, MaxRetries = 0 };
        configure?.Invoke(options);

        return new OpenAIImageClient(options, this);
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (Sent)
        {
            Sent.Add((request.RequestUri!.AbsolutePath, body));
        }

        return new HttpResponseMessage(Status)
        {
            Content = new StringContent(Reply, new MediaTypeHeaderValue("application/json")),
            RequestMessage = request,
        };
    }
}
