using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using OpenAIImages.Transport;

namespace OpenAIImages.Tests.Conventions;

/// <summary>The retry table of docs/retries.md equals the table in the code.</summary>
public sealed class RetriesGuideTests
{
    public static TheoryData<string, bool, bool, string, bool> Rows => new()
    {
        { "turned away before any work", true, false, "yes", false },
        { "with the API's own error object", true, true, "yes", false },
        { "before the whole request was sent", false, false, "yes", false },
        { "after the whole request;", true, false, "only", true },
        { "Any other status", true, false, "no", false },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_retry_table_judges_each_status_as_the_guide_says(
        string row, bool isWhole, bool isOfApi, string repeated, bool billed)
    {
        var cells = File.ReadLines(Path.Combine(Sources.Root, "docs", "retries.md"))
            .Single(line => line.StartsWith('|') && line.Contains(row, StringComparison.Ordinal)).Split('|');

        var verdicts =
            from status in Regex.Matches(cells[1], @"\b\d{3}\b")
            let refusal = Refuse(int.Parse(status.Value, CultureInfo.InvariantCulture), isOfApi)
            select RetryTable.Judge(new FailedAttempt
            {
                ErrorReply = refusal,
                WasSent = true,
                IsWhollySent = isWhole,
                CostsMoney = true,
            });

        Assert.StartsWith(repeated, cells[2].Trim(), StringComparison.Ordinal);
        Assert.StartsWith(billed ? "yes" : "no", cells[3].Trim(), StringComparison.Ordinal);
        Assert.Equal(new RetryVerdict(Named(repeated), billed), Assert.Single(verdicts.Distinct()));
    }

    private static RetryDecision Named(string repeated) => repeated switch
    {
        "yes" => RetryDecision.Yes,
        "only" => RetryDecision.IfUnknownOutcomesAllowed,
        _ => RetryDecision.Never,
    };

    private static ImageApiException Refuse(int status, bool isOfApi)
    {
        var refusal = new ImageApiException((HttpStatusCode)status);
        refusal.SetDetails(
            new ImageApiException.Details((HttpStatusCode)status) { IsFromApi = isOfApi }, retryAfter: null);

        return refusal;
    }
}
