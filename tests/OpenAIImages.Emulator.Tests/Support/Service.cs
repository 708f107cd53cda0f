using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace OpenAIImages.Emulator.Tests.Support;

/// <summary>An emulator with a tiny engine, and a plain HTTP client that has a key for it.</summary>
public sealed class Service : IAsyncDisposable
{
    private Service(ImageEmulator emulator)
    {
        Emulator = emulator;
        Http = new HttpClient { BaseAddress = emulator.Endpoint };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sk-test");
    }

    public ImageEmulator Emulator { get; }

    public HttpClient Http { get; }

    public static async Task<Service> StartAsync(Action<ImageEmulatorOptions>? configure = null)
    {
        var options = new ImageEmulatorOptions { Engine = new TinyEngine() };
        configure?.Invoke(options);

        return new Service(await ImageEmulator.StartAsync(options, TestContext.Current.CancellationToken));
    }

    public async Task<Reply> GenerateAsync(string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");

        return await SendAsync(HttpMethod.Post, "images/generations", content);
    }

    /// <summary>Requests a stream and returns it as it arrives over the wire.</summary>
    public async Task<string> StreamAsync(string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var reply = await Http.PostAsync("images/generations", content, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", reply.Content.Headers.ContentType?.ToString());

        return await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    internal async Task<Reply> EditAsync(Form form)
    {
        using var content = form.ToContent();

        return await SendAsync(HttpMethod.Post, "images/edits", content);
    }

    public async Task<Reply> EditAsync(string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");

        return await SendAsync(HttpMethod.Post, "images/edits", content);
    }

    /// <summary>Requests an address whose reply may have no body, and returns the status.</summary>
    public async Task<int> SendRawAsync(string path)
    {
        using var reply = await Http.GetAsync(path, TestContext.Current.CancellationToken);

        return (int)reply.StatusCode;
    }

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path, content: null);

    public async Task<Reply> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var message = new HttpRequestMessage(method, path) { Content = content };
        using var reply = await Http.SendAsync(message, TestContext.Current.CancellationToken);
        var body = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        return new Reply((int)reply.StatusCode, JsonNode.Parse(body)!, Headers(reply));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Emulator.DisposeAsync();
    }

    private static Dictionary<string, string> Headers(HttpResponseMessage reply)
        => reply.Headers.Concat(reply.Content.Headers).ToDictionary(
            header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
}
