using System.Net;

namespace OpenAIImages.Tests.Snippets;

/// <summary>Unit tests of a user fake the failures of the service without a network.</summary>
public sealed class FakedFailureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_user_learns_how_long_a_rate_limit_lasts()
    {
        var poster = new Poster(new FailingClient(
            new ImageRateLimitException(HttpStatusCode.TooManyRequests, "Slow down.")
            {
                RetryAfter = TimeSpan.FromSeconds(12),
            }));

        Assert.Equal("come back in 12 s", await poster.DrawAsync("a fox", Token));
        Assert.Empty(poster.CallsToAskAbout);
    }

    [Fact]
    public async Task The_user_records_a_possibly_billed_call()
    {
        var poster = new Poster(new FailingClient(
            new ImageTransportException("The connection was lost.")
            {
                PossiblyBilledAttempts = 2,
                ClientRequestId = "call-1",
            }));

        Assert.Equal("2 may have been billed", await poster.DrawAsync("a fox", Token));
        Assert.Equal(["call-1"], poster.CallsToAskAbout);
    }

    [Fact]
    public async Task The_user_records_a_call_that_is_cancelled_after_sending()
    {
        var poster = new Poster(new FailingClient(
            new ImageCallCanceledException(Token) { PossiblyBilledAttempts = 1, ClientRequestId = "call-2" }));

        Assert.Equal("left behind", await poster.DrawAsync("a fox", Token));
        Assert.Equal(["call-2"], poster.CallsToAskAbout);
    }
}
