namespace OpenAIImages.Faults.Soaks;

/// <summary>The growth of a measure: the slope of the line that fits best, with its uncertainty.</summary>
/// <param name="Value">The slope.</param>
/// <param name="Error">Half of the slope's 95 % interval.</param>
internal sealed record Slope(double Value, double Error)
{
    // The quantile of the normal distribution: a soak has more than thirty samples.
    private const double Quantile = 1.96;
    private const double HighestCorrelation = 0.95;

    /// <summary>Returns whether growth is certain and counts.</summary>
    /// <param name="negligible">The slope below which it does not count.</param>
    /// <returns><see langword="true"/> if the whole interval lies above zero and the slope is not negligible.
    /// </returns>
    public bool IsGrowth(double negligible) => Value > Error && Value >= negligible;

    /// <summary>Fits a line by least squares.</summary>
    /// <remarks>Memory at one moment resembles memory ten seconds before, so that the samples say less than as many
    /// independent ones. The correlation of neighbours widens the interval accordingly.</remarks>
    /// <param name="points">The points, in order, three or more.</param>
    public static Slope Fit(IReadOnlyList<(double X, double Y)> points)
    {
        var (meanX, meanY) = (points.Average(point => point.X), points.Average(point => point.Y));
        var spread = points.Sum(point => (point.X - meanX) * (point.X - meanX));
        var slope = points.Sum(point => (point.X - meanX) * (point.Y - meanY)) / spread;
        double[] residuals = [.. points.Select(point => point.Y - meanY - (slope * (point.X - meanX)))];
        var squares = residuals.Sum(residual => residual * residual);
        if (squares == 0)
        {
            return new Slope(slope, 0);
        }

        var neighbours = residuals.Zip(residuals.Skip(1), (one, next) => one * next).Sum() / squares;
        var correlation = Math.Clamp(neighbours, 0, HighestCorrelation);
        var variance = squares / (points.Count - 2) / spread * (1 + correlation) / (1 - correlation);

        return new Slope(slope, Quantile * Math.Sqrt(variance));
    }
}
