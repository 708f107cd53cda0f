using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using OpenAIImages.Benchmarks.Network;

namespace OpenAIImages.Benchmarks.Rivals;

/// <summary>The code that a careful person writes without a package: no string of the reply's size, no reflection.
/// </summary>
internal sealed class ByHand : IRival
{
    private readonly HttpClient _http;

    private ByHand(HttpClient http, Uri endpoint)
    {
        _http = http;
        _http.BaseAddress = endpoint;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", IRival.Key);
    }

    /// <summary>Makes a client over a given network.</summary>
    public static ByHand Over(HttpMessageHandler network) => new(new HttpClient(network), CannedNetwork.Endpoint);

    /// <summary>Makes a client with sockets.</summary>
    public static ByHand At(Uri endpoint) => new(new HttpClient(), endpoint);

    public async Task<ReadOnlyMemory<byte>[]> GetAsync(int count)
        => await ReadAsync("images/generations", Request(count));

    public async Task<Sink> SaveAsync(int count, Sink destination)
        => await destination.RefillAsync(await GetAsync(count));

    public async Task<ReadOnlyMemory<byte>[]> EditAsync(byte[] picture)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(IRival.Prompt), "prompt" },
            { new StringContent(IRival.Model), "model" },
        };
        var file = new StreamContent(new UploadStream(picture)) { Headers = { ContentType = new("image/png") } };
        form.Add(file, "image", "fox.png");

        return await ReadAsync("images/edits", form);
    }

    /// <summary>Returns the picture of each event.</summary>
    public async Task<ReadOnlyMemory<byte>[]> GetEventsAsync(int count)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "images/generations") { Content = Request(count) };
        using var reply = await SendAsync(message);
        await using var body = await reply.Content.ReadAsStreamAsync();
        var events = SseParser.Create(
            body, static (_, data) => JsonSerializer.Deserialize(data, HandJson.Default.HandImage)!.Picture);
        var pictures = new List<ReadOnlyMemory<byte>>(count);
        await foreach (var item in events.EnumerateAsync())
        {
            pictures.Add(item.Data);
        }

        return [.. pictures];
    }

    /// <summary>Writes the picture of each event to a stream.</summary>
    public async Task<Sink> SaveEventsAsync(int count, Sink destination)
        => await destination.RefillAsync(await GetEventsAsync(count));

    /// <summary>Reads a whole reply and parses nothing: the cost of HTTP alone.</summary>
    /// <param name="buffer">The buffer for the reads.</param>
    /// <returns>The length of the reply.</returns>
    public async Task<long> ReadAsync(byte[] buffer)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "images/generations") { Content = Request(1) };
        using var reply = await SendAsync(message);
        await using var body = await reply.Content.ReadAsStreamAsync();
        long length = 0;
        while (await body.ReadAsync(buffer) is > 0 and var count)
        {
            length += count;
        }

        return length;
    }

    private static JsonContent Request(int count)
        => JsonContent.Create(new HandRequest(IRival.Prompt, IRival.Model, count), HandJson.Default.HandRequest);

    private async Task<ReadOnlyMemory<byte>[]> ReadAsync(string path, HttpContent content)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        using var reply = await SendAsync(message);
        await using var body = await reply.Content.ReadAsStreamAsync();
        var result = await JsonSerializer.DeserializeAsync(body, HandJson.Default.HandReply);

        return [.. result!.Data.Select(image => new ReadOnlyMemory<byte>(image.Picture))];
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message)
    {
        var reply = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);

        return reply.EnsureSuccessStatusCode();
    }
}
