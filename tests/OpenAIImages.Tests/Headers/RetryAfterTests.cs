using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Headers;

public sealed class RetryAfterTests
{
    [Theory]
    [InlineData("retry-after-ms: 1500", 1500d)]
    [InlineData("retry-after-ms: 0.5", 0.5)]
    [InlineData("retry-after-ms: 0\nRetry-After: 9", 0d)]
    [InlineData("retry-after-ms: -1\nRetry-After: 9", 9000d)]
    [InlineData("retry-after-ms: soon\nRetry-After: 9", 9000d)]
    [InlineData("retry-after-ms: NaN\nRetry-After: 1.5", 1500d)]
    [InlineData("Retry-After: 0", 0d)]
    [InlineData("Retry-After: Sun, 01 Nov 2026 12:00:30 GMT", 30_000d)]
    [InlineData("Retry-After: Sun, 01 Nov 2026 11:00:00 GMT", 0d)]
    [InlineData("Retry-After: whenever", null)]
    [InlineData("Retry-After: -5", null)]
    [InlineData("Retry-After: 1e99", null)]
    public void Headers_give_the_time_to_wait(string headers, double? milliseconds)
        => Assert.Equal(milliseconds, FailedReply.Decode("", 429, headers).RetryAfter?.TotalMilliseconds);

    [Theory]
    [InlineData("You've exceeded the rate limit, please slow down and try again after 51.84 seconds.", 51_840d)]
    [InlineData("Limit 5, Used 5, Requested 1. Please try again in 12s.", 12_000d)]
    [InlineData("Please try again in 6m0s. Visit us.", 360_000d)]
    [InlineData("Please try again in 120ms.", 120d)]
    [InlineData("Please try again in a while.", null)]
    [InlineData("Please try again in", null)]
    public void The_message_gives_the_time_to_wait_if_the_headers_do_not(string message, double? milliseconds)
    {
        var body = $$$"""{"error":{"message":"{{{message}}}"}}""";

        Assert.Equal(milliseconds, FailedReply.Decode(body, 429).RetryAfter?.TotalMilliseconds);
        Assert.Equal(TimeSpan.FromSeconds(1), FailedReply.Decode(body, 429, "Retry-After: 1").RetryAfter);
    }

    [Fact]
    public void A_wait_that_is_too_long_for_a_TimeSpan_becomes_the_longest_one()
        => Assert.Equal(TimeSpan.MaxValue, FailedReply.Decode("", 429, "Retry-After: 99999999999999999999").RetryAfter);
}
