using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace OpenAIImages.Emulator.Tests.Client;

/// <summary>Values are parameters of a minimal API's routes and queries.</summary>
public sealed class MinimalApiTests : IAsyncLifetime
{
    private readonly WebApplication _app;

    private HttpClient _http = null!;

    public MinimalApiTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet(
            "/images/{model}/{size}",
            (ImageModel model, ImageSize size, ImageQuality? quality, ImageFileFormat[] format)
                => $"{model} {size} {quality?.ToString() ?? "none"} {string.Join('+', format)}");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync(Token);
        _http = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("gpt-image-2/1536x864?quality=high&format=png&format=webp", "gpt-image-2 1536x864 high png+webp")]
    [InlineData("my-own/auto", "my-own auto none ")]
    [InlineData("my%20own/AUTO", "my own auto none ")]
    public async Task Values_are_read_from_route_and_query(string path, string expected)
    {
        using var reply = await _http.GetAsync(new Uri($"images/{path}", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(expected, await reply.Content.ReadAsStringAsync(Token));
    }

    [Theory]
    [InlineData("gpt-image-2/large")]
    [InlineData("gpt-image-2/1536x0")]
    [InlineData("gpt-image-2/1536x864x2")]
    [InlineData("%20/auto")]
    [InlineData("gpt-image-2/auto?quality=")]
    [InlineData("gpt-image-2/auto?format=png&format=%20")]
    public async Task A_text_that_cannot_be_parsed_is_a_bad_request(string path)
    {
        using var reply = await _http.GetAsync(new Uri($"images/{path}", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
    }
}
