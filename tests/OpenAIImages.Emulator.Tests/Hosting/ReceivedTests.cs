using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using OpenAIImages.Emulator.Pipeline;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Hosting;

public sealed class ReceivedTests
{
    [Fact]
    public async Task Tests_can_inspect_received_requests()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        await using var service = await Service.StartAsync(options => options.TimeProvider = time);
        using var content = new StringContent("""{"prompt":"一只猫"}""", null, "application/json");
        content.Headers.Add("X-Twice", ["a", "b"]);

        await service.SendAsync(HttpMethod.Post, "images/generations?api-version=1", content);

        var received = Assert.Single(service.Emulator.Received);
        Assert.Equal("POST", received.Method);
        Assert.Equal("/v1/images/generations", received.Path);
        Assert.Equal("?api-version=1", received.Query);
        Assert.Equal("""{"prompt":"一只猫"}""", received.BodyText);
        Assert.Equal("""{"prompt":"一只猫"}"""u8, received.Body.Span);
        Assert.Equal(["Bearer sk-test"], received.Headers["authorization"]);
        Assert.Equal(["a, b"], received.Headers["x-twice"]);
        Assert.Equal(time.GetUtcNow(), received.ReceivedAt);
    }

    [Fact]
    public async Task The_text_of_a_request_has_neither_key_nor_prompt()
    {
        await using var service = await Service.StartAsync();

        await service.GenerateAsync("""{"prompt":"a secret"}""");

        Assert.Equal("POST /v1/images/generations (21 bytes)", service.Emulator.Received[0].ToString());
    }

    [Fact]
    public async Task Refused_and_misdirected_requests_are_kept()
    {
        await using var service = await Service.StartAsync();

        await service.GenerateAsync("""{"prompt":"""); // Not JSON.
        await service.SendRawAsync("nowhere");
        service.Http.DefaultRequestHeaders.Authorization = null;
        await service.GenerateAsync("""{"prompt":"no key"}""");

        Assert.Equal(
            ["""{"prompt":""", "", """{"prompt":"no key"}"""],
            service.Emulator.Received.Select(received => received.BodyText));
    }

    [Fact]
    public async Task A_snapshot_does_not_change_and_outlives_the_service()
    {
        await using var service = await Service.StartAsync();
        await service.GenerateAsync("""{"prompt":"one"}""");

        var before = service.Emulator.Received;
        await service.GenerateAsync("""{"prompt":"two"}""");
        await service.DisposeAsync();

        Assert.Single(before);
        Assert.Equal(2, service.Emulator.Received.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task The_oldest_requests_are_removed(int kept)
    {
        await using var service = await Service.StartAsync(options => options.MaxReceived = kept);

        for (var i = 0; i < 4; i++)
        {
            await service.GenerateAsync($$"""{"prompt":"{{i}}"}""");
        }

        Assert.Equal(
            ((string[])["""{"prompt":"2"}""", """{"prompt":"3"}"""])[..kept],
            service.Emulator.Received.Select(received => received.BodyText));
    }

    [Fact]
    public async Task The_beginning_of_a_body_that_is_too_large_is_kept()
    {
        await using var service = await Service.StartAsync();

        await service.GenerateAsync(new string('x', 3 * 1_024 * 1_024));

        Assert.Equal(1_024 * 1_024, service.Emulator.Received[0].Body.Length);
    }

    [Fact]
    public async Task Large_headers_count_towards_the_limit_of_kept_bytes()
    {
        var options = new ImageEmulatorOptions();
        var journal = new RequestJournal(options);
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Path = "/nowhere";
        context.Request.Headers["x-large"] = new string('a', 1_000);
        context.Request.Body = new MemoryStream(new byte[500]);

        await journal.InvokeAsync(context, _ => Task.CompletedTask);

        Assert.Equal(500 + (2 * ("/nowhere".Length + "x-large".Length + 1_000)), journal.KeptBytes);
    }

    [Theory]
    [InlineData(100_000, true)]
    [InlineData(100_000, false)]
    [InlineData(0, false)]
    public async Task A_body_is_kept_in_memory_of_just_its_length(int length, bool isAnnounced)
    {
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream(new byte[length]);
        context.Request.ContentLength = isAnnounced ? length : null;

        var (body, isTooLarge) = await BodyReader.ReadAsync(
            context.Request, 1_000_000, leavesRest: false, TestContext.Current.CancellationToken);

        Assert.True(MemoryMarshal.TryGetArray(body, out var array));
        Assert.Equal((length, false), (array.Array!.Length, isTooLarge));
    }
}
