using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using OpenAIImages.AspNetCore.Tests.Support;
using OpenAIImages.Emulator;

namespace OpenAIImages.AspNetCore.Tests;

/// <summary>The sample that users copy serves its page and protects its endpoints.</summary>
public sealed class SampleTests : IAsyncLifetime
{
    private ImageEmulator _emulator = null!;
    private WebApplicationFactory<Program> _factory = null!;
    private HttpClient _http = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _emulator = await ImageEmulator.StartAsync(cancellationToken: Token);
        _factory = Sample.For(_emulator);
        _http = _factory.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _factory.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task The_page_and_its_files_are_served()
    {
        var page = await _http.GetStringAsync(new Uri("/", UriKind.Relative), Token);
        var script = await _http.GetStringAsync(new Uri("/app.js", UriKind.Relative), Token);

        Assert.Contains("<title>Image studio</title>", page, StringComparison.Ordinal);
        Assert.Contains("readEvents", script, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/image")]
    [InlineData("/api/events")]
    public async Task A_form_without_the_token_is_refused_and_nothing_is_bought(string path)
    {
        using var form = Form("a cat");

        using var reply = await _http.PostAsync(new Uri(path, UriKind.Relative), form, Token);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Empty(_emulator.Received);
    }

    [Fact]
    public async Task A_form_with_the_token_gets_the_image()
    {
        using var form = Form("a cat");

        using var reply = await PostAsync("/api/image", form);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("image/png", reply.Content.Headers.ContentType?.ToString());
        Assert.Single(_emulator.Received);
    }

    [Fact]
    public async Task A_form_with_a_picture_changes_the_picture()
    {
        using var first = Form("a cat");
        using var made = await PostAsync("/api/image", first);
        using var form = Form("give it a red hat");
        using var picture = new ByteArrayContent(await made.Content.ReadAsByteArrayAsync(Token));
        form.Add(picture, "picture", "cat.png");

        using var reply = await PostAsync("/api/events", form);
        var events = await Sse.ReadAllAsync(reply);

        Assert.Equal(["start", "preview", "preview", "image", "done"], events.Select(item => item.EventType));
        Assert.EndsWith("images/edits", _emulator.Received[^1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_a_prompt_gets_a_message()
    {
        using var form = Form(" ");

        using var reply = await PostAsync("/api/events", form);
        var problem = await reply.Content.ReadAsStringAsync(Token);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Contains("Say what the image shows.", problem, StringComparison.Ordinal);
        Assert.Empty(_emulator.Received);
    }

    [Fact]
    public async Task A_probe_finds_the_sample_ready()
    {
        var ready = await _http.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Token);

        Assert.Equal("Healthy", ready);
    }

    private static MultipartFormDataContent Form(string prompt)
        => new() { { new StringContent(prompt), "prompt" }, { new StringContent("1024x1024"), "size" } };

    private async Task<HttpResponseMessage> PostAsync(string path, HttpContent form)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        message.Headers.Add(
            "X-CSRF-TOKEN", await _http.GetStringAsync(new Uri("/api/token", UriKind.Relative), Token));

        return await _http.SendAsync(message, Token);
    }
}
