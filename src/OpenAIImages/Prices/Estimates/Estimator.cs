using System.Text;
using OpenAIImages.Formats;
using OpenAIImages.Inputs;

namespace OpenAIImages.Prices.Estimates;

/// <summary>Estimates the cost of a request: its words, the images that it sends, and the images that it
/// makes.</summary>
/// <param name="request">The request.</param>
/// <param name="list">The prices.</param>
/// <param name="options">The facts that the request does not state.</param>
internal sealed class Estimator(PromptedImageRequest request, ImagePriceList list, ImageEstimateOptions options)
{
    // Billed calls of 2026-06 had six tokens more than the prompt.
    private const int FramingTokens = 6;
    private const int LikelyBytesPerToken = 4;
    private const int LikelyImageTokens = 1_024;

    // A field of one of these names in Extra changes the price, but the estimate does not know its value.
    private static readonly string[] PricedFields =
        ["frame_count", "image", "images", "mask", "markup", "model", "n", "output_format", "partial_images", "prompt",
        "quality", "size", "svg"];

    private readonly List<ImageEstimatePart> _parts = [];
    private readonly List<string> _reasons = [];
    private string? _missing;

    public ImageEstimate Estimate()
    {
        var model = request.Model ?? options.Model;
        if (model is null)
        {
            Miss(nameof(request.Model), "The request names no model, and the estimate was given none.");
        }
        else if (list.Find(model.Value) is not { } prices)
        {
            Miss(nameof(request.Model), $"The price list of {list.AsOf:yyyy-MM-dd} does not have the model {model}.");
        }
        else
        {
            Estimate(prices);
        }

        return new ImageEstimate(_parts, _reasons) { MissingMember = _missing };
    }

    private void Estimate(ImageModelPrices prices)
    {
        if (request.Extra.Keys.FirstOrDefault(name => PricedFields.Contains(name)) is { } field)
        {
            Miss(nameof(request.Extra), $"{nameof(request.Extra)} sets {field}, which changes the price unseen.");
        }

        if (request.OutputFormat == ImageFileFormat.Svg)
        {
            Miss(
                nameof(request.OutputFormat),
                "An SVG drawing is billed by the tokens that its author model writes, and their number is not known.");

            return;
        }

        var count = request.Count ?? 1;
        AddPrompt(prices, count);
        AddInputs(prices, count);
        AddOutput(prices, count);
        if (count > 1)
        {
            _reasons.Add($"{count} images are billed as {count} calls.");
        }
    }

    private void AddPrompt(ImageModelPrices prices, int count)
    {
        TokenRange tokens;
        string reason;
        if (options.CountTokens is { } counter)
        {
            tokens = TokenRange.Exactly(counter(request.Prompt) + FramingTokens);
            reason = $"The prompt's tokens were counted, and {FramingTokens} more are billed.";
        }
        else
        {
            var bytes = Encoding.UTF8.GetByteCount(request.Prompt);
            tokens = new TokenRange(
                1 + FramingTokens,
                Math.Max(1, bytes / LikelyBytesPerToken) + FramingTokens,
                bytes + FramingTokens);
            reason = "A prompt has at most as many tokens as its UTF-8 form has bytes, probably a fourth, and " +
                $"{FramingTokens} more are billed.";
        }

        // No source says whether the words are billed once or with each image.
        Add(
            ImageTokenKind.TextInput,
            tokens with { Likely = tokens.Likely * count, High = tokens.High * count },
            prices.TextInput,
            prices,
            reason);
    }

    private void AddInputs(ImageModelPrices prices, int count)
    {
        if (request is not EditImageRequest edit)
        {
            return;
        }

        if (prices.MaxInputImageTokens is not { } most)
        {
            Miss(nameof(request.Model), $"Nothing is published about the input tokens of edits with {prices.Model}.");

            return;
        }

        var tokens = edit.Images.Aggregate(default(TokenRange?), (sum, image) => Sum(sum, Count(image, most)))!.Value;

        // No source says whether a mask is billed as an image. Only the high end counts it.
        var overlays = (edit.Mask is null ? 0 : 1) + (edit.Markup is null ? 0 : 1);
        tokens = tokens with { High = tokens.High + (overlays * most) };
        Add(
            ImageTokenKind.ImageInput,
            tokens with { Likely = tokens.Likely * count, High = tokens.High * count },
            prices.ImageInput,
            prices,
            $"An image that is sent has a token for each patch of 32 x 32 pixels, at most {most}; one whose size is " +
                $"not known counts as {LikelyImageTokens}, and in the high end as {most}.");
    }

    private void AddOutput(ImageModelPrices prices, int count)
    {
        var output = new OutputEstimate(prices, request);
        var tokens = output.Count();
        if (output.MissingMember is { } member)
        {
            Miss(member, output.Reason);

            return;
        }

        Add(ImageTokenKind.ImageOutput, tokens * count, prices.ImageOutput, prices, output.Reason);
        if (request.PartialImages is > 0 and var partial)
        {
            long most = (long)partial * prices.PartialImageTokens * count;
            Add(
                ImageTokenKind.ImageOutput,
                new TokenRange(0, most, most),
                prices.ImageOutput,
                prices,
                $"Each image in the making adds {prices.PartialImageTokens} tokens; the service may send fewer.");
        }
    }

    private void Add(ImageTokenKind kind, TokenRange tokens, decimal? rate, ImageModelPrices prices, string reason)
    {
        if (rate is null)
        {
            Miss(nameof(request.Model), $"The price list has no rate of {kind} for {prices.Model}.");
        }

        _reasons.Add(reason);
        _parts.Add(new ImageEstimatePart(kind, rate, reason)
        {
            LowTokens = tokens.Low,
            LikelyTokens = tokens.Likely,
            HighTokens = tokens.High,
        });
    }

    private void Miss(string member, string reason)
    {
        _missing ??= member;
        _reasons.Add(reason);
    }

    private static TokenRange Sum(TokenRange? sum, TokenRange more) => sum is { } known ? known + more : more;

    private static TokenRange Count(ImageInput image, int most)
        => image.Source is MemorySource memory && ImageHeader.Read(memory.Bytes.Span) is { } header
            ? TokenRange.Exactly(InputPatches.Count(header.Dimensions.Width, header.Dimensions.Height, most))
            : new TokenRange(1, Math.Min(LikelyImageTokens, most), most);
}
