using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OpenAIImages.AspNetCore.Tests.Support;
using OpenAIImages.Emulator;

namespace OpenAIImages.AspNetCore.Tests;

/// <summary>An <c>EventSource</c> that reconnects does not buy a second image.</summary>
public sealed class EventSourceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, "text/event-stream", null, null, 405)]
    [InlineData(true, "text/html,*/*", null, null, 406)]
    [InlineData(true, "text/event-stream", "cross-site", null, 403)]
    [InlineData(true, "text/event-stream", "same-origin", "images-0123456789abcdef0123456789abcdef", 204)]
    [InlineData(true, "text/event-stream", "same-origin", "0123456789abcdef0123456789abcdef", 400)]
    [InlineData(true, "text/event-stream", "same-origin", "images-42", 400)]
    [InlineData(true, "text/event-stream", "same-origin", "42", 400)]
    public async Task A_request_that_must_not_buy_an_image_is_refused_before_the_call(
        bool isAllowed, string accept, string? site, string? lastId, int status)
    {
        await using var emulator = await ImageEmulator.StartAsync(cancellationToken: Token);
        await using var host = await StartAsync(emulator, isAllowed);
        using var message = new HttpRequestMessage(HttpMethod.Get, "/events");
        message.Headers.Add("Accept", accept);
        AddIf(message, "Sec-Fetch-Site", site);
        AddIf(message, "Last-Event-ID", lastId);

        using var reply = await host.Http.SendAsync(message, Token);

        Assert.Equal(status, (int)reply.StatusCode);
        Assert.Empty(emulator.Received);
    }

    [Fact]
    public async Task A_first_request_is_served()
    {
        await using var emulator = await ImageEmulator.StartAsync(cancellationToken: Token);
        await using var host = await StartAsync(emulator, isAllowed: true);
        using var message = new HttpRequestMessage(HttpMethod.Get, "/events");
        message.Headers.Add("Accept", "text/event-stream");

        using var reply = await host.Http.SendAsync(message, Token);
        var events = await Sse.ReadAllAsync(reply);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(["start", "image", "done"], events.Select(item => item.EventType));
        Assert.Single(emulator.Received);
    }

    [Fact]
    public async Task A_request_with_the_id_of_an_earlier_answer_does_not_buy_again()
    {
        await using var emulator = await ImageEmulator.StartAsync(cancellationToken: Token);
        await using var host = await StartAsync(emulator, isAllowed: false);
        using var first = await host.PostAsync("/events");
        var start = (await Sse.ReadAllAsync(first))[0];
        host.Http.DefaultRequestHeaders.Add("Last-Event-ID", start.EventId);

        using var second = await host.PostAsync("/events");

        Assert.Equal(HttpStatusCode.NoContent, second.StatusCode);
        Assert.Single(emulator.Received);
    }

    [Fact]
    public async Task A_Last_Event_ID_of_another_stream_gets_problem_details()
    {
        await using var emulator = await ImageEmulator.StartAsync(cancellationToken: Token);
        await using var host = await StartAsync(emulator, isAllowed: false);
        host.Http.DefaultRequestHeaders.Add("Last-Event-ID", "news-7");

        using var reply = await host.PostAsync("/events");
        var problem = JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!;

        Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
        Assert.Equal("The Last-Event-ID is not an id of this stream.", (string?)problem["title"]);
        Assert.Equal(
            "No images were made. To ask for images, send the request without Last-Event-ID.",
            (string?)problem["detail"]);
    }

    [Fact]
    public async Task An_empty_Last_Event_ID_is_ignored()
    {
        await using var emulator = await ImageEmulator.StartAsync(cancellationToken: Token);
        await using var host = await StartAsync(emulator, isAllowed: false);
        host.Http.DefaultRequestHeaders.TryAddWithoutValidation("Last-Event-ID", "");

        using var reply = await host.PostAsync("/events");
        var events = await Sse.ReadAllAsync(reply);

        Assert.Equal(["start", "image", "done"], events.Select(item => item.EventType));
        Assert.Single(emulator.Received);
    }

    private static Task<WebHost> StartAsync(ImageEmulator emulator, bool isAllowed)
        => WebHost.StartAsync(emulator, app => app.MapMethods(
            "/events",
            ["GET", "POST"],
            (IImageClient images) => Results.Extensions.ImageEvents(
                images, new GenerateImageRequest("a cat"), allowEventSource: isAllowed)));

    private static void AddIf(HttpRequestMessage message, string name, string? value)
    {
        if (value is not null)
        {
            message.Headers.Add(name, value);
        }
    }
}
