using OpenAIImages.Faults.Soaks;

namespace OpenAIImages.Faults.Tests;

/// <summary>The verdict of a soak finds growth under noise, and finds no growth in noise alone.</summary>
public sealed class SlopeTests
{
    private const int Seeds = 200;
    private const int Samples = 120;

    [Fact]
    public void A_straight_line_has_its_slope_and_no_error()
    {
        var slope = Slope.Fit([(0, 5), (1, 8), (2, 11), (3, 14)]);

        Assert.Equal(3, slope.Value, precision: 6);
        Assert.Equal(0, slope.Error, precision: 6);
        Assert.True(slope.IsGrowth(negligible: 2));
        Assert.False(slope.IsGrowth(negligible: 4));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.7)]
    public void Noise_alone_seldom_counts_as_growth(double correlation)
    {
        var grew = Enumerable.Range(0, Seeds).Count(seed => Fit(seed, growth: 0, correlation).IsGrowth(0));

        // An interval of 95 % leaves 2.5 % above it. The estimate is rough, so the limit is somewhat higher.
        Assert.InRange(grew, 0, Seeds / 10);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.7)]
    public void Growth_as_large_as_the_noise_is_found(double correlation)
    {
        var grew = Enumerable.Range(0, Seeds).Count(seed => Fit(seed, growth: 3, correlation).IsGrowth(0));

        Assert.InRange(grew, Seeds * 9 / 10, Seeds);
    }

    [Fact]
    public void Falling_memory_does_not_count_as_growth()
        => Assert.False(Fit(seed: 1, growth: -5, correlation: 0).IsGrowth(0));

    // Makes noise of variance 1 with the given correlation of neighbours, on a line that rises by the given growth.
    private static Slope Fit(int seed, double growth, double correlation)
    {
        var random = new Random(seed);
        var points = new List<(double, double)>(Samples);
        var noise = Normal(random);
        for (var i = 0; i < Samples; i++)
        {
            var x = i / (double)Samples;
            points.Add((x, (growth * x) + noise));
            noise = (correlation * noise) + (Math.Sqrt(1 - (correlation * correlation)) * Normal(random));
        }

        return Slope.Fit(points);
    }

    private static double Normal(Random random)
        => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
