using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Refusals;

/// <summary>Rate limits of the emulator refuse requests.</summary>
public sealed class RateLimitsTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Images_beyond_the_limit_are_refused_until_the_minute_is_over()
    {
        await using var service = await StartAsync(options => options.ImagesPerMinute = 5);

        var first = await service.GenerateAsync("""{"prompt":"a cat","n":4}""");
        _time.Advance(TimeSpan.FromSeconds(47.5));
        var refused = await service.GenerateAsync("""{"prompt":"a cat","n":2}""");
        var fitting = await service.GenerateAsync("""{"prompt":"a cat"}""");
        _time.Advance(TimeSpan.FromSeconds(12.5));
        var nextMinute = await service.GenerateAsync("""{"prompt":"a cat","n":2}""");

        Assert.Equal([200, 429, 200, 200], new[] { first, refused, fitting, nextMinute }.Select(reply => reply.Status));
        refused.IsError(
            429, null, "rate_limit_exceeded",
            "Rate limit reached for gpt-image-2 in organization openaiimages-emulator on images per min: Limit 5, " +
            "Used 4, Requested 2. Please try again in 12.5s.",
            "images");
        Assert.Equal(("13", "12500"), (refused.Headers["retry-after"], refused.Headers["retry-after-ms"]));
        Assert.Equal("1", refused.Headers["x-ratelimit-remaining-images"]);
        Assert.Equal("0", fitting.Headers["x-ratelimit-remaining-images"]);
        Assert.Equal("3", nextMinute.Headers["x-ratelimit-remaining-images"]);
    }

    [Fact]
    public async Task Requests_beyond_the_limit_are_refused()
    {
        await using var service = await StartAsync(options => options.RequestsPerMinute = 1);

        var first = await service.GenerateAsync("""{"prompt":"a cat"}""");
        var refused = await service.GenerateAsync("""{"model":"gpt-image-2.6-flare","prompt":"a cat"}""");

        Assert.Equal((200, "0"), (first.Status, first.Headers["x-ratelimit-remaining-requests"]));
        refused.IsError(
            429, null, "rate_limit_exceeded",
            "Rate limit reached for gpt-image-2.6-flare in organization openaiimages-emulator on requests per min: " +
            "Limit 1, Used 1, Requested 1. Please try again in 1m0s.",
            "requests");
    }

    [Fact]
    public async Task A_request_for_more_images_than_a_minute_allows_is_refused()
    {
        await using var service = await StartAsync(options => options.ImagesPerMinute = 2);

        var refused = await service.GenerateAsync("""{"prompt":"a cat","n":3}""");

        Assert.Equal((429, "false"), (refused.Status, refused.Headers["x-should-retry"]));
        Assert.DoesNotContain("retry-after", refused.Headers.Keys);
    }

    [Fact]
    public async Task Each_key_has_a_minute_of_its_own()
    {
        await using var service = await StartAsync(options => options.ImagesPerMinute = 1);

        var first = await service.GenerateAsync("""{"prompt":"a cat"}""");
        service.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sk-other");
        var other = await service.GenerateAsync("""{"prompt":"a cat"}""");

        Assert.Equal((200, 200), (first.Status, other.Status));
    }

    [Fact]
    public async Task The_client_waits_for_the_time_that_a_limit_gives()
    {
        await using var service = await StartAsync(options => options.ImagesPerMinute = 1);
        using var client = new OpenAIImageClient(new ImageClientOptions
        {
            ApiKey = "sk-test",
            Endpoint = service.Emulator.Endpoint,
            Model = ImageModel.GptImage2,
            MaxRetries = 0,
        });

        var result = await client.GenerateAsync("a cat", Token);
        var refused = await Assert.ThrowsAsync<ImageRateLimitException>(() => client.GenerateAsync("a cat", Token));

        Assert.NotNull(result.RateLimits);
        Assert.Equal(TimeSpan.FromMinutes(1), refused.RetryAfter);
    }

    [Fact]
    public async Task A_fault_can_send_other_values_of_the_limits()
    {
        await using var service = await StartAsync();
        service.Emulator.Fail(EmulatorFault.RateLimit() with
        {
            Headers = new Dictionary<string, string> { ["x-ratelimit-remaining-images"] = "3" },
        });

        var reply = await service.GenerateAsync("""{"prompt":"a cat"}""");

        Assert.Equal("3", reply.Headers["x-ratelimit-remaining-images"]);
        Assert.Equal("10000", reply.Headers["x-ratelimit-limit-images"]);
    }

    private Task<Service> StartAsync(Action<ImageEmulatorOptions>? configure = null) => Service.StartAsync(options =>
    {
        options.TimeProvider = _time;
        configure?.Invoke(options);
    });
}
