using OpenAIImages;
using OpenAIImages.Emulator;

namespace Docs.Guides.TestingYourCode;

public sealed class PosterTests(OfflineImages offline) : IClassFixture<OfflineImages>
{
    private readonly Poster _poster = new(offline.Client);

    [Fact]
    public async Task A_poster_is_drawn()
    {
        Assert.EndsWith(" bytes", await _poster.DrawAsync("a fox on a bicycle"));

        Assert.Equal("a fox on a bicycle", offline.Emulator.Received[^1].Prompt);
    }

    [Fact]
    public async Task A_refused_prompt_gets_a_message_with_the_reason()
    {
        using var fault = offline.Emulator.Fail(EmulatorFault.Moderation("violence"), times: 1);

        Assert.Equal("Please change the words: violence", await _poster.DrawAsync("a fight"));
    }

    [Fact]
    public async Task A_rate_limit_gets_a_message_with_the_wait()
    {
        using var fault = offline.Emulator.Fail(EmulatorFault.RateLimit(TimeSpan.FromSeconds(12)), times: 1);

        Assert.Equal("Please come back in 12 s", await _poster.DrawAsync("a fox"));
    }

    [Fact]
    public async Task Spent_credit_has_an_exception_of_its_own()
    {
        using var fault = offline.Emulator.Fail(EmulatorFault.Quota(), times: 1);

        Assert.Equal("We have run out of credit", await _poster.DrawAsync("a fox"));
    }

    [Fact]
    public async Task A_stream_that_is_cut_may_have_been_billed()
    {
        using var fault = offline.Emulator.Fail(EmulatorFault.CutStream(afterEvents: 1), times: 1);

        var lost = await Assert.ThrowsAnyAsync<ImageClientException>(() => _poster.DrawSlowlyAsync("a fox"));

        Assert.True(lost.MayHaveBeenBilled);
    }
}
