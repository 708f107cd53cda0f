using OpenAIImages.Faults.Faults;
using OpenAIImages.Faults.Proxies;
using OpenAIImages.Faults.Scripts;
using OpenAIImages.Faults.Tests.Support;

namespace OpenAIImages.Faults.Tests;

public sealed class RedirectTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_to_another_host_is_an_error_that_names_it_and_is_not_followed(int status)
    {
        await using var stranger = new Stranger();
        var redirect = new Refusal($"{status} Elsewhere", $"Location: {stranger.Address}v1/x\r\n", "", Ends.Refused);

        var report = await Playing.PlayAsync(Playing.Script(Operation.Edit, redirect));

        var refused = Assert.IsType<ImageApiException>(report.Outcome!.Error);
        Assert.Contains("127.0.0.1", refused.Message, StringComparison.Ordinal);
        Assert.Equal((0, 1), (stranger.Visitors, report.Attempts));
        Playing.AssertKept(report);
    }

    [Fact]
    public async Task A_redirect_in_a_circle_is_not_followed()
    {
        var circle = new Refusal("307 Again", "Location: /v1/images/generations\r\n", "", Ends.Refused);

        var report = await Playing.PlayAsync(Playing.Script(Operation.Generate, circle, circle, circle));

        Assert.Equal((1, 0), (report.Attempts, report.RequestsPaid));
        Playing.AssertKept(report);
    }

    [Fact]
    public async Task A_link_that_leads_in_a_circle_is_given_up_after_five_rounds()
    {
        var circle = new Refusal("302 Again", "Location: ?again\r\n", "", Ends.Transport);
        var script = Playing.Script(Operation.Download) with { LinkFaults = [.. Enumerable.Repeat(circle, 20)] };

        var report = await Playing.PlayAsync(script);

        Assert.Equal(6, report.LinkAttempts);
        Assert.Contains("redirects more than 5 times", report.Outcome!.Error!.Message, StringComparison.Ordinal);
        Assert.Empty(Judge.OfEnd(report).Concat(Judge.OfFiles(report)).Concat(Judge.OfSecrets(report)));
    }
}
