using CsCheck;
using OpenAIImages.Headers;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Headers;

public sealed class RateLimitsTests
{
    [Fact]
    public void Every_dimension_of_the_rate_limit_headers_is_read()
    {
        var limits = FailedReply.Decode("", 429,
            """
            x-ratelimit-limit-images: 5
            X-RateLimit-Remaining-Images: 0
            x-ratelimit-reset-images: 12s
            x-ratelimit-remaining-input-images: 7
            x-ratelimit-limit-new-thing: 9
            x-ratelimit-limit-requests: many
            x-ratelimit-other-requests: 1
            x-ratelimit-limit: 1
            x-ratelimit-limit-: 1
            """.ReplaceLineEndings("\n")).RateLimits!;

        Assert.Equal(
            [
                new("images") { Limit = 5, Remaining = 0, ResetAfter = TimeSpan.FromSeconds(12) },
                new("input-images") { Remaining = 7 },
                new("new-thing") { Limit = 9 },
                new("requests"),
            ],
            limits.Dimensions);
        Assert.Equal(5, limits.Images!.Limit);
        Assert.Equal(7, limits.InputImages!.Remaining);
        Assert.Equal(9, limits["New-Thing"]!.Limit);
        Assert.Null(limits.Tokens);
    }

    [Fact]
    public void A_reply_without_rate_limit_headers_has_no_rate_limits()
        => Assert.Null(FailedReply.Decode("", 500, "x-request-id: a").RateLimits);

    [Theory]
    [InlineData("1ms", 0.001)]
    [InlineData("120ms", 0.12)]
    [InlineData("1s", 1d)]
    [InlineData("1.5s", 1.5)]
    [InlineData("6m0s", 360d)]
    [InlineData("1h2m3s", 3723d)]
    [InlineData("1m1ms", 60.001)]
    [InlineData("250us", 0.00025)]
    [InlineData("250\u00b5s", 0.00025)]
    [InlineData("250\u03bcs", 0.00025)]
    [InlineData("250\u00c2\u00b5s", 0.00025)]
    [InlineData("500ns", 0.0000005)]
    [InlineData("0", 0d)]
    [InlineData("59.7", 59.7)]
    [InlineData(" 2s ", 2d)]
    [InlineData("", null)]
    [InlineData("s", null)]
    [InlineData("1", 1d)]
    [InlineData("1x", null)]
    [InlineData("1s2", null)]
    [InlineData("-1s", null)]
    [InlineData("1.2.3s", null)]
    public void Durations_are_read_as_Go_writes_them(string text, double? seconds)
        => Assert.Equal(seconds, DurationText.Parse(text)?.TotalSeconds);

    [Fact]
    public void A_duration_written_from_its_parts_is_read_back()
        => Gen.Select(Gen.Int[0, 99], Gen.Int[0, 59], Gen.Int[0, 59], Gen.Int[0, 999]).Sample((h, m, s, ms) =>
            Math.Abs((DurationText.Parse($"{h}h{m}m{s}s{ms}ms")!.Value - new TimeSpan(0, h, m, s, ms)).Ticks) <= 1);

    [Fact]
    public void No_text_makes_the_duration_parser_fail()
        => Gen.String[Gen.Char["0123456789.hmsun\u00b5 -x"], 0, 12].Sample(text =>
            DurationText.Parse(text) is not { } duration || duration >= TimeSpan.Zero);
}
