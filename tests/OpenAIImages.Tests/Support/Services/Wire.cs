using OpenAIImages.Calls;
using OpenAIImages.Transport;

namespace OpenAIImages.Tests.Support;

/// <summary>The transport of the client with its handlers, in front of a <see cref="ScriptedService"/>.</summary>
internal sealed class Wire : IDisposable
{
    private readonly HttpClient _http;

    public Wire(
        HttpMessageHandler service,
        Action<ImageClientOptions>? configure = null,
        double random = 0,
        WaitingClock? clock = null)
    {
        Clock = clock ?? new();
        Options = new ImageClientOptions
        {
            ApiKey = "sk-test-0123456789",
            Endpoint = new Uri("https://fake.test/v1"),
            TimeProvider = Clock,
        };
        configure?.Invoke(Options);
        _http = new HttpClient(
            new ResilienceHandler(() => Options, null, () => random)
            {
                InnerHandler = HttpPipeline.CreateInnermost(() => Options, service),
            });
        HttpPipeline.Configure(_http);
        Transport = new ImageTransport(() => _http);
    }

    public WaitingClock Clock { get; }

    public ImageClientOptions Options { get; }

    public ImageTransport Transport { get; }

    /// <summary>Sends a paid request and returns its last reply.</summary>
    public async Task<HttpResponseMessage> PostAsync(
        bool isSingleUse = false,
        string path = "images/generations",
        CancellationTokenSource? cancel = null,
        int images = 1)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, AddressOf(path))
        {
            Content = new StringContent("""{"prompt":"a red fox"}"""),
        };
        CallRecord.Begin(message, images, isSingleUse);

        return await Clock.RunAsync(Transport.SendAsync(message, cancel?.Token ?? default).AsTask());
    }

    public async Task<HttpResponseMessage> GetAsync(string path = "images/1")
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, AddressOf(path));

        return await Clock.RunAsync(Transport.SendAsync(message, CancellationToken.None).AsTask());
    }

    public void Dispose() => _http.Dispose();

    private Uri AddressOf(string path)
        => Uri.TryCreate(path, UriKind.Absolute, out var address) ? address : ServiceRoute.For(Options).AddressOf(path);
}
