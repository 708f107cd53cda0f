using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Results;

public sealed class ImageRateLimitsTests
{
    [Fact]
    public void ToString_of_rate_limits_is_a_readable_sentence()
    {
        var limits = new ImageRateLimits(
        [
            new("images") { Limit = 100, Remaining = 9, ResetAfter = TimeSpan.FromSeconds(12) },
            new("requests") { Limit = 5 },
            new("tokens") { Remaining = 7 },
        ]);

        Assert.Equal(
            "images: 9 of 100 left, all again in 00:00:12; requests: unknown of 5 left; tokens: 7 left",
            limits.ToString());
        Assert.Equal("no limits", new ImageRateLimits([]).ToString());
    }

    [Fact]
    public async Task The_message_of_a_rate_limit_names_the_attempts_and_the_wait()
    {
        using var service = new ScriptedService()
            .Refuse(429, "rate_limit_exceeded")
            .Refuse(429, "rate_limit_exceeded", "Retry-After: 120");

        var limited = await Assert.ThrowsAsync<ImageRateLimitException>(() => PaidCall.MakeAsync(service));

        Assert.Equal(
            "The service refused the request: No. (status 429, code rate_limit_exceeded, request unknown). " +
                "Attempts made: 2. Wait 00:02:00 before the next call.",
            limited.Message);
    }
}
