using System.Net;
using OpenAIImages;

namespace Docs.Guides.TestingYourCode;

public sealed class HandMadeGuide
{
    [Fact]
    public async Task Exceptions_are_made_by_hand()
    {
        ImageClientException[] failures =
        [
            new ImageModerationException(HttpStatusCode.BadRequest) { Categories = ["violence"] },
            new ImageRateLimitException(HttpStatusCode.TooManyRequests) { RetryAfter = TimeSpan.FromSeconds(12) },
            new ImageQuotaException(HttpStatusCode.TooManyRequests),
            new ImageTransportException("The connection was lost.")
            {
                PossiblyBilledAttempts = 1,
                ClientRequestId = "call-1",
            },
        ];

        var said = new List<string>();
        foreach (var failure in failures)
        {
            var poster = new Poster(new FakeImages(request => throw failure));
            said.Add(await poster.DrawAsync("a fox"));
        }

        Assert.Equal(
            [
                "Please change the words: violence",
                "Please come back in 12 s",
                "We have run out of credit",
                "We are asking after call call-1",
            ],
            said);
    }

    [Fact]
    public async Task A_fake_streams()
    {
        Assert.Equal(1, await new Poster(new FakePreviews()).DrawSlowlyAsync("a fox"));
    }
}
