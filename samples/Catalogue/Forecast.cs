using OpenAIImages;

namespace Catalogue;

/// <summary>The estimated cost of several requests together, in dollars.</summary>
/// <param name="Low">The low end.</param>
/// <param name="Likely">The likely cost.</param>
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
                    $"The cost of the picture of {item.Id} is not known. {string.Join(" ", estimate.Reasons)}");
        }

        return sum;
    }
}
