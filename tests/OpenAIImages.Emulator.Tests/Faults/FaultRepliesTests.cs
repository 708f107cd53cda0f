using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using OpenAIImages.Emulator.Tests.Support;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Faults;

/// <summary>Faults have the right bytes on the wire.</summary>
public sealed class FaultRepliesTests
{
    private const string Cat = """{"prompt":"a cat"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_custom_fault_sets_every_part_of_the_error()
    {
        await using var service = await Service.StartAsync();
        service.Emulator.Fail(new EmulatorFault
        {
            Status = 409,
            Type = "conflict",
            Code = "busy",
            Message = "Wait.",
            Parameter = "model",
            Headers = new Dictionary<string, string> { ["x-should-retry"] = "true", ["X-Request-Id"] = "req_mine" },
        });

        var reply = await service.GenerateAsync(Cat);

        reply.IsError(409, "model", "busy", "Wait.", "conflict");
        Assert.Equal(("true", "req_mine"), (reply.Headers["x-should-retry"], reply.Headers["x-request-id"]));
    }

    [Fact]
    public async Task A_code_alone_is_a_bad_request()
    {
        await using var service = await Service.StartAsync();
        service.Emulator.Fail(new EmulatorFault { Code = "odd" });

        var reply = await service.GenerateAsync(Cat);

        reply.IsError(400, null, "odd", "The emulator was told to fail.");
    }

    [Theory]
    [InlineData(404, "")]
    [InlineData(405, "nothing here")]
    [InlineData(204, "")]
    public async Task A_custom_body_is_sent_unchanged(int status, string body)
    {
        await using var service = await Service.StartAsync();
        service.Emulator.Fail(new EmulatorFault { Status = status, Body = body, ContentType = "text/plain" });

        using var reply = await PostAsync(service, Cat);

        Assert.Equal(status, (int)reply.StatusCode);
        Assert.Equal(body, await reply.Content.ReadAsStringAsync(Token));
        Assert.False(reply.Headers.Contains("x-emulator-error"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(70)]
    public async Task A_cut_body_has_just_the_bytes_before_the_cut(int bytes)
    {
        await using var service = await Service.StartAsync();
        service.Emulator.Fail(EmulatorFault.CutBody(bytes), times: 1);

        var received = await ReadUntilCutAsync(service, Cat);

        Assert.Equal(bytes, received.Length);
        Assert.Equal(200, (await service.GenerateAsync(Cat)).Status);
    }

    [Fact]
    public async Task A_cut_after_the_end_cuts_nothing()
    {
        await using var service = await Service.StartAsync();
        service.Emulator.Fail(EmulatorFault.CutBody(1_000_000));

        Assert.Equal(200, (await service.GenerateAsync(Cat)).Status);
    }

    [Fact]
    public async Task A_cut_stream_has_whole_events_before_the_cut()
    {
        await using var service = await Service.StartAsync();
        service.Emulator.Fail(EmulatorFault.CutStream(afterEvents: 1));

        var received = await ReadUntilCutAsync(service, """{"prompt":"a cat","stream":true,"partial_images":2}""");

        var sent = Assert.Single(Sse.Parse(Encoding.UTF8.GetString(received)));
        Assert.Equal("image_generation.partial_image", sent.Name);
    }

    [Fact]
    public async Task A_late_reply_waits_on_the_clock_of_the_emulator()
    {
        var clock = new WaitingClock(longestWait: TimeSpan.FromHours(3));
        await using var service = await Service.StartAsync(options => options.TimeProvider = clock);
        service.Emulator.Fail(EmulatorFault.Late(TimeSpan.FromHours(3)));

        var reply = await clock.RunAsync(service.GenerateAsync(Cat));

        Assert.Equal(200, reply.Status);
        Assert.Equal([TimeSpan.FromHours(3)], clock.Waits);
    }

    [Fact]
    public async Task A_slow_body_takes_a_time_in_proportion_to_its_length()
    {
        var clock = new WaitingClock();
        await using var service = await Service.StartAsync(options => options.TimeProvider = clock);
        var length = (await service.GenerateAsync(Cat)).Headers["Content-Length"];
        service.Emulator.Fail(EmulatorFault.SlowBody(bytesPerSecond: 10));
        var begun = clock.GetUtcNow();

        var reply = await clock.RunAsync(service.GenerateAsync(Cat));

        Assert.Equal(200, reply.Status);
        Assert.Equal(int.Parse(length, null) / 10.0, (clock.GetUtcNow() - begun).TotalSeconds, tolerance: 1);
    }

    [Fact]
    public async Task Disposal_of_the_emulator_ends_a_reply_that_hangs()
    {
        var service = await Service.StartAsync();
        service.Emulator.Fail(EmulatorFault.Hang());
        var reply = service.GenerateAsync(Cat);
        await service.Emulator.WaitForRequestsAsync(1, Token);

        await service.Emulator.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => reply);
        await service.DisposeAsync();
    }

    [Fact]
    public async Task Broken_base64_differs_in_one_character()
    {
        await using var service = await Service.StartAsync();
        var whole = (string)(await service.GenerateAsync(Cat)).Body["data"]![0]!["b64_json"]!;
        service.Emulator.Fail(EmulatorFault.BrokenBase64());

        var broken = (string)(await service.GenerateAsync(Cat)).Body["data"]![0]!["b64_json"]!;

        Assert.Equal(whole.Length, broken.Length);
        Assert.Equal('*', Assert.Single(broken.Where((sign, index) => sign != whole[index])));
    }

    [Theory]
    [InlineData("a cat [rate limit]", 429, "rate_limit_exceeded")]
    [InlineData("a cat [Quota]", 429, "insufficient_quota")]
    [InlineData("a cat [server error]", 500, "server_error")]
    [InlineData("a cat [moderate]", 400, "moderation_blocked")]
    public async Task Words_in_the_prompt_cause_a_fault(string prompt, int status, string code)
    {
        await using var service = await Service.StartAsync();

        var reply = await service.GenerateAsync(new JsonObject { ["prompt"] = prompt }.ToJsonString());

        Assert.Equal((status, code), (reply.Status, (string?)reply.Body["error"]!["code"]));
    }

    [Fact]
    public async Task Words_for_a_fault_of_streams_do_not_fail_another_request()
    {
        await using var service = await Service.StartAsync();

        var reply = await service.GenerateAsync("""{"prompt":"a cat [cut stream]"}""");

        Assert.Equal(200, reply.Status);
    }

    private static async Task<HttpResponseMessage> PostAsync(Service service, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var message = new HttpRequestMessage(HttpMethod.Post, "images/generations") { Content = content };

        return await service.Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, Token);
    }

    private static async Task<byte[]> ReadUntilCutAsync(Service service, string json)
    {
        using var reply = await PostAsync(service, json);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        await using var body = await reply.Content.ReadAsStreamAsync(Token);
        using var received = new MemoryStream();

        await Assert.ThrowsAnyAsync<IOException>(() => body.CopyToAsync(received, Token));

        return received.ToArray();
    }
}
