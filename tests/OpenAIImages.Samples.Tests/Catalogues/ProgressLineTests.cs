using Catalogue;

namespace OpenAIImages.Samples.Tests.Catalogues;

public sealed class ProgressLineTests
{
    [Fact]
    public void The_line_tells_counts_costs_and_the_time_that_is_left()
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
    public void The_line_does_not_tell_what_is_not_known()
        => Assert.Equal(
            "0 done, 0 failed, 1 under way, $0.00 so far",
            ProgressLine.Describe(new ImageManyProgress { UnderWay = 1 }));
}
