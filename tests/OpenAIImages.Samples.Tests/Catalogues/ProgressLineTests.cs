using Catalogue;

namespace OpenAIImages.Samples.Tests.Catalogues;

public sealed class ProgressLineTests
{
    [Fact]
    public void The_line_shows_counts_costs_and_the_remaining_time()
    {
        var now = new ImageManyProgress
        {
            Done = 10,
            Skipped = 200,
            Failed = 1,
            UnderWay = 8,
            Total = 500,
            Cost = 1.234m,
            CostOfRest = 1.7m,
            Left = TimeSpan.FromSeconds(301),
        };

        Assert.Equal(
            "210 done (200 before), 1 failed, 8 under way, $1.23 so far, $1.70 to come, 6 min left",
            ProgressLine.Describe(now));
    }

    [Fact]
    public void The_line_omits_unknown_values()
        => Assert.Equal(
            "0 done, 0 failed, 1 under way, $0.00 so far",
            ProgressLine.Describe(new ImageManyProgress { UnderWay = 1 }));
}
