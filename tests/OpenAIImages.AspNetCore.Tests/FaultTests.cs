using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenAIImages.AspNetCore.Tests.Support;
using OpenAIImages.Emulator;

namespace OpenAIImages.AspNetCore.Tests;

/// <summary>Faults of the service pass through the whole client and reach the browser as problems or events.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private ImageEmulator _emulator = null!;
    private WebHost _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, string> Faults => new()
    {
        { "quota", 502, "quota" },
        { "authentication", 502, "authentication" },
        { "moderation", 422, "moderation" },
        { "rate limit", 429, "rate_limit" },
        { "unavailable", 503, "busy" },
        { "server error", 502, "service" },
        { "gateway", 502, "service" },
        { "disconnect", 502, "connection" },
        { "base64", 502, "reply" },
    };

    public async ValueTask InitializeAsync()
    {
        _emulator = await ImageEmulator.StartAsync(cancellationToken: Token);
        _host = await WebHost.StartAsync(
            _emulator,
            app =>
            {
                app.MapPost("/image", (IImageClient images) => Results.Extensions.Image(
                    images, new GenerateImageRequest("a secret cat")));
                app.MapPost("/events", (IImageClient images) => Results.Extensions.ImageEvents(
                    images, new GenerateImageRequest("a secret cat") { PartialImages = 2 }));
            },
            services => services.Configure<ImageClientOptions>(options => options.MaxRetries = 0));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_before_the_image_is_a_problem(string fault, int status, string kind)
    {
        using var failing = _emulator.Fail(Make(fault));

        using var reply = await _host.PostAsync("/image");
        var text = await reply.Content.ReadAsStringAsync(Token);

        Assert.Equal(status, (int)reply.StatusCode);
        Assert.Equal(kind, (string?)JsonNode.Parse(text)!["kind"]);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.Equal(status is 429 or 503, reply.Headers.Contains("Retry-After"));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_before_the_events_is_an_event(string fault, int status, string kind)
    {
        using var failing = _emulator.Fail(Make(fault));

        using var reply = await _host.PostAsync("/events");
        var events = await Sse.ReadAllAsync(reply);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("problem", events[^1].EventType);
        Assert.Equal(status, (int)events[^1].Data["status"]!);
        Assert.Equal(kind, (string?)events[^1].Data["kind"]);
    }

    [Fact]
    public async Task A_fault_within_an_image_cuts_the_connection_to_the_browser()
    {
        using var failing = _emulator.Fail(EmulatorFault.CutBody(afterBytes: 300_000));

        using var reply = await _host.PostAsync("/image");
        var cut = await Assert.ThrowsAnyAsync<Exception>(() => reply.Content.ReadAsByteArrayAsync(Token));

        Assert.Equal("image/png", reply.Content.Headers.ContentType?.ToString());
        Assert.True(cut is HttpRequestException or IOException, cut.ToString());
    }

    [Fact]
    public async Task A_fault_between_events_is_a_problem_event_after_the_preview()
    {
        using var failing = _emulator.Fail(EmulatorFault.CutStream(afterEvents: 1));

        using var reply = await _host.PostAsync("/events");
        var events = await Sse.ReadAllAsync(reply);

        Assert.Equal(["start", "preview", "problem"], events.Select(item => item.EventType));
        Assert.Equal("connection", (string?)events[2].Data["kind"]);
        Assert.True((bool)events[2].Data["mayHaveBeenBilled"]!);
    }

    private static EmulatorFault Make(string fault) => fault switch
    {
        "quota" => EmulatorFault.Quota(),
        "authentication" => EmulatorFault.Authentication(),
        "moderation" => EmulatorFault.Moderation("violence"),
        "rate limit" => EmulatorFault.RateLimit(TimeSpan.FromSeconds(3)),
        "unavailable" => EmulatorFault.Unavailable(TimeSpan.FromSeconds(3)),
        "server error" => EmulatorFault.ServerError(),
        "gateway" => EmulatorFault.HtmlBadGateway(),
        "disconnect" => EmulatorFault.Disconnect(),
        _ => EmulatorFault.BrokenBase64(),
    };
}
