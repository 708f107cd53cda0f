using OpenAIImages.Prices.Costs;
using OpenAIImages.Prices.Estimates;

namespace OpenAIImages;

/// <summary>Estimates costs before calls, and calculates costs after calls.</summary>
public static class ImagePriceExtensions
{
    /// <summary>Calculates the cost of the tokens of a call.</summary>
    /// <param name="usage">The tokens.</param>
    /// <param name="prices">The prices; <see cref="ImagePriceList.ForBatches"/> gives the prices of a batch.</param>
    /// <param name="model">The model of the request.</param>
    /// <returns>
    /// The cost with its parts. Its total is <see langword="null"/> if a price or a count is not known. The service
    /// counts cached tokens among the input tokens and does not say whether they were words or images. This method
    /// counts them once, at the cached rate, and as words first.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static ImageCost Cost(this ImageUsage usage, ImagePriceList prices, ImageModel model)
        => new CostCounter(Guard.NotNull(prices)).Add(Guard.NotNull(usage), model).ToCost();

    /// <summary>Calculates the cost of a call: its tokens, and the tokens of the author of an SVG drawing.</summary>
    /// <param name="result">The result of the call.</param>
    /// <param name="prices">The prices, including the prices of the author model of an SVG drawing.</param>
    /// <param name="model">The model of the request.</param>
    /// <returns>The cost with its parts; unknown if the reply held no usage.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static ImageCost Cost(this ImageResult result, ImagePriceList prices, ImageModel model)
    {
        var counter = new CostCounter(Guard.NotNull(prices)).Add(Guard.NotNull(result).Usage, model);

        return (result.SvgUsage is { } svg ? counter.Add(svg) : counter).ToCost();
    }

    /// <summary>Estimates the cost of a call before it is sent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="prices">The prices.</param>
    /// <param name="options">The facts that the request itself does not state; none by default.</param>
    /// <returns>The low, likely and high cost, with the reasons. A figure is <see langword="null"/> if no published
    /// facts give it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> or <paramref name="prices"/> is
    /// <see langword="null"/>.</exception>
    public static ImageEstimate Estimate(
        this PromptedImageRequest request, ImagePriceList prices, ImageEstimateOptions? options = null)
        => new Estimator(Guard.NotNull(request), Guard.NotNull(prices), options ?? new()).Estimate();
}
