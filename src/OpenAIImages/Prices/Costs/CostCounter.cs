namespace OpenAIImages.Prices.Costs;

/// <summary>Adds up the cost of the tokens of a call.</summary>
/// <param name="list">The prices.</param>
internal sealed class CostCounter(ImagePriceList list)
{
    private readonly List<ImageCostPart> _parts = [];
    private readonly List<string> _unknown = [];

    /// <summary>Adds the tokens of a call.</summary>
    /// <param name="usage">The tokens; <see langword="null"/> if the reply held no usage.</param>
    /// <param name="model">The model of the request.</param>
    public CostCounter Add(ImageUsage? usage, ImageModel model)
    {
        if (usage is null)
        {
            _unknown.Add("The reply held no usage.");

            return this;
        }

        if (list.Find(model) is not { } prices)
        {
            _unknown.Add($"The price list of {list.AsOf:yyyy-MM-dd} does not have the model {NameOf(model)}.");

            return this;
        }

        AddInput(usage, prices);
        AddOutput(usage, prices);

        return this;
    }

    /// <summary>Adds the tokens of the author of an SVG drawing. The output tokens include its reasoning.</summary>
    public CostCounter Add(ImageSvgUsage usage)
    {
        if (usage.Model is null || list.Find(usage.Model) is not { } prices)
        {
            _unknown.Add($"The price list does not have the SVG author, {usage.Model ?? "which is not named"}.");

            return this;
        }

        AddPart(ImageTokenKind.SvgInput, usage.InputTokens, prices.TextInput, prices);
        AddPart(ImageTokenKind.SvgOutput, usage.OutputTokens, prices.TextOutput, prices);

        return this;
    }

    public ImageCost ToCost() => new(_parts, _unknown);

    private static string NameOf(ImageModel model)
        => model == default ? "that was asked, which is not named" : model.ToString();

    private void AddInput(ImageUsage usage, ImageModelPrices prices)
    {
        var details = usage.InputDetails;
        var text = details?.TextTokens ?? usage.InputTokens - details?.ImageTokens;
        var images = details?.ImageTokens ?? usage.InputTokens - details?.TextTokens;
        if (text is null or < 0 || images is null or < 0)
        {
            _unknown.Add("The usage does not say how many of the input tokens were words and how many were images.");

            return;
        }

        // The cached tokens are a part of the input tokens. They are subtracted, so that no token is counted twice.
        var cached = Math.Min(Math.Max(details?.CachedTokens ?? 0, 0), text.Value + images.Value);
        var cachedText = Math.Min(cached, text.Value);
        var cachedImages = cached - cachedText;

        AddPart(ImageTokenKind.TextInput, text - cachedText, prices.TextInput, prices);
        AddPart(ImageTokenKind.CachedTextInput, cachedText, prices.CachedTextInput ?? prices.TextInput, prices);
        AddPart(ImageTokenKind.ImageInput, images - cachedImages, prices.ImageInput, prices);
        AddPart(ImageTokenKind.CachedImageInput, cachedImages, prices.CachedImageInput ?? prices.ImageInput, prices);
    }

    private void AddOutput(ImageUsage usage, ImageModelPrices prices)
    {
        var text = usage.OutputDetails?.TextTokens ?? 0;
        var images = usage.OutputDetails?.ImageTokens ?? usage.OutputTokens - text;

        AddPart(ImageTokenKind.TextOutput, text, prices.TextOutput, prices);
        if (images is null)
        {
            _unknown.Add("The usage says nothing about the output tokens.");
        }
        else
        {
            AddPart(ImageTokenKind.ImageOutput, images, prices.ImageOutput, prices);
        }
    }

    private void AddPart(ImageTokenKind kind, long? tokens, decimal? rate, ImageModelPrices prices)
    {
        if (tokens == 0)
        {
            return;
        }

        if (tokens is null or < 0)
        {
            _unknown.Add($"The usage has no count for {kind}.");
            return;
        }

        _parts.Add(new ImageCostPart(kind, tokens, rate));
        if (rate is null)
        {
            _unknown.Add($"The price list has no rate of {kind} for {prices.Model}.");
        }
    }
}
