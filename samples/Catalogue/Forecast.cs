using OpenAIImages;

namespace Catalogue;

/// <summary>What a number of requests will cost together, in dollars.</summary>
/// <param name="Low">The low end.</param>
/// <param name="Likely">What is likely.</param>
/// <param name="High">The high end.</param>
internal sealed record Forecast(decimal Low, decimal Likely, decimal High)
{
    /// <exception cref="CatalogueException">A price is not known.</exception>
    public static Forecast Of(IEnumerable<ImageWorkItem> items)
    {
        var sum = new Forecast(0, 0, 0);
        foreach (var item in items)
        {
            var estimate = item.Request.Estimate(ImagePriceList.Default);
            sum = estimate is { Low: { } low, Likely: { } likely, High: { } high }
                ? new Forecast(sum.Low + low, sum.Likely + likely, sum.High + high)
                : throw new CatalogueException(
                    $"Nobody can tell what the picture of {item.Id} will cost. {string.Join(" ", estimate.Reasons)}");
        }

        return sum;
    }
}
