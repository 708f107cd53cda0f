using System.Net;

namespace OpenAIImages.Tests.Snippets;

/// <summary>A user's unit tests: failures of the service are faked without a network.</summary>
public sealed class FakedFailureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_limit_that_is_reached_is_told_with_the_wait()
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
    public async Task An_unknown_outcome_is_kept_to_be_asked_about()
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
    public async Task A_call_that_was_cancelled_after_it_was_sent_is_kept_as_well()
    {
        var poster = new Poster(new FailingClient(
            new ImageCallCanceledException(Token) { PossiblyBilledAttempts = 1, ClientRequestId = "call-2" }));

        Assert.Equal("left behind", await poster.DrawAsync("a fox", Token));
        Assert.Equal(["call-2"], poster.CallsToAskAbout);
    }
}
