using OpenAIImages.Prices.Costs;
using OpenAIImages.Prices.Estimates;

namespace OpenAIImages;

/// <summary>What calls cost, before and after them.</summary>
public static class ImagePriceExtensions
{
    /// <summary>Tells what the tokens of a call cost.</summary>
    /// <param name="usage">The tokens.</param>
    /// <param name="prices">The prices; <see cref="ImagePriceList.ForBatches"/> gives those of a batch.</param>
    /// <param name="model">The model that was asked.</param>
    /// <returns>
    /// The cost, its parts named. Its total is <see langword="null"/> where a price or a count is not known. The
    /// service counts cached tokens among the input tokens and does not say whether they were words or images; here
    /// they are counted once, at the cached rate, as words first.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static ImageCost Cost(this ImageUsage usage, ImagePriceList prices, ImageModel model)
        => new CostCounter(Guard.NotNull(prices)).Add(Guard.NotNull(usage), model).ToCost();

    /// <summary>Tells what a call cost: its tokens, and those of the author of an SVG drawing.</summary>
    /// <param name="result">What the call gave.</param>
    /// <param name="prices">The prices, those of the author model of an SVG drawing among them.</param>
    /// <param name="model">The model that was asked.</param>
    /// <returns>The cost, its parts named; unknown where the reply held no usage.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static ImageCost Cost(this ImageResult result, ImagePriceList prices, ImageModel model)
    {
        var counter = new CostCounter(Guard.NotNull(prices)).Add(Guard.NotNull(result).Usage, model);

        return (result.SvgUsage is { } svg ? counter.Add(svg) : counter).ToCost();
    }

    /// <summary>Estimates what a call will cost, before it is sent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="prices">The prices.</param>
    /// <param name="options">What the request itself does not say; by default nothing.</param>
    /// <returns>Low, likely and high, each <see langword="null"/> where nothing is published to go by, with the
    /// reasons.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> or <paramref name="prices"/> is
    /// <see langword="null"/>.</exception>
    public static ImageEstimate Estimate(
        this PromptedImageRequest request, ImagePriceList prices, ImageEstimateOptions? options = null)
        => new Estimator(Guard.NotNull(request), Guard.NotNull(prices), options ?? new()).Estimate();
}
