namespace OpenAIImages.Tests.Prices;

public sealed class CostTests
{
    private static readonly ImagePriceList List = ImagePriceList.Default;

    [Fact]
    public void A_call_costs_its_tokens_at_the_published_rates()
    {
        var usage = Usage(text: 14, images: 0, outputImages: 7_024);

        var cost = usage.Cost(List, ImageModel.GptImage2);

        Assert.Equal((14 * 5m + 7_024 * 30m) / 1_000_000, cost.Total);
        Assert.Equal([ImageTokenKind.TextInput, ImageTokenKind.ImageOutput], cost.Parts.Select(part => part.Kind));
    }

    [Fact]
    public void Cached_tokens_are_counted_once_and_as_text_first()
    {
        var usage = Usage(text: 100, images: 1_000, outputImages: 0, cached: 300);

        var cost = usage.Cost(List, ImageModel.GptImage2);

        Assert.Equal(
            [(ImageTokenKind.CachedTextInput, 100L), (ImageTokenKind.ImageInput, 800L),
                (ImageTokenKind.CachedImageInput, 200L)],
            cost.Parts.Select(part => (part.Kind, part.Tokens!.Value)));
        Assert.Equal((100 * 1.25m + 800 * 8m + 200 * 2m) / 1_000_000, cost.Total);
    }

    [Fact]
    public void Cached_tokens_never_count_more_than_the_input()
    {
        var usage = Usage(text: 10, images: 0, outputImages: 0, cached: 9_999);

        Assert.Equal(10 * 1.25m / 1_000_000, usage.Cost(List, ImageModel.GptImage2).Total);
    }

    [Fact]
    public void Output_without_details_counts_as_images()
    {
        var usage = new ImageUsage
        {
            InputDetails = new() { TextTokens = 10, ImageTokens = 0 },
            OutputTokens = 1_756,
        };

        Assert.Equal((50m + 1_756 * 30m) / 1_000_000, usage.Cost(List, ImageModel.GptImage2).Total);
    }

    [Fact]
    public void Text_output_without_a_rate_makes_the_cost_unknown()
    {
        var usage = Usage(text: 10, images: 0, outputImages: 100) with
        {
            OutputDetails = new() { TextTokens = 5, ImageTokens = 100 },
        };

        var cost = usage.Cost(List, ImageModel.GptImage2);

        Assert.Null(cost.Total);
        Assert.Contains("TextOutput", Assert.Single(cost.Unknown), StringComparison.Ordinal);
        Assert.Equal((50m + 3_000m) / 1_000_000, cost.Known);
    }

    [Fact]
    public void Input_without_its_kinds_of_tokens_makes_the_cost_unknown()
    {
        var usage = new ImageUsage { InputTokens = 10, OutputTokens = 100 };

        Assert.Null(usage.Cost(List, ImageModel.GptImage2).Total);
    }

    [Fact]
    public void The_author_of_a_drawing_is_paid_at_the_rates_of_its_model()
    {
        var prices = List.With(new ImageModelPrices("gpt-author") { TextInput = 2, TextOutput = 8 });
        var result = new ImageResult([])
        {
            Usage = Usage(text: 10, images: 0, outputImages: 0),
            SvgUsage = new() { Model = "gpt-author", InputTokens = 500, OutputTokens = 4_000, ReasoningTokens = 1_000 },
        };

        var cost = result.Cost(prices, ImageModel.GptImage26Flare);

        Assert.Equal((50m + 1_000m + 32_000m) / 1_000_000, cost.Total);
    }

    [Fact]
    public void An_author_without_a_price_makes_the_cost_unknown()
    {
        var result = new ImageResult([])
        {
            Usage = Usage(text: 10, images: 0, outputImages: 0),
            SvgUsage = new() { Model = "gpt-author", InputTokens = 500, OutputTokens = 4_000 },
        };

        Assert.Null(result.Cost(List, ImageModel.GptImage26Flare).Total);
    }

    [Fact]
    public void A_reply_without_usage_has_no_known_cost()
        => Assert.Null(new ImageResult([]).Cost(List, ImageModel.GptImage2).Total);

    [Fact]
    public void A_deployment_has_the_price_that_the_caller_gives_it()
    {
        var prices = List.With(List.Find(ImageModel.GptImage2)! with { Model = "my-deployment" });
        var usage = Usage(text: 14, images: 0, outputImages: 196);

        Assert.Null(usage.Cost(List, "my-deployment").Total);
        Assert.Equal(usage.Cost(List, ImageModel.GptImage2).Total, usage.Cost(prices, "my-deployment").Total);
    }

    [Fact]
    public void A_snapshot_costs_what_its_model_costs()
    {
        var usage = Usage(text: 14, images: 0, outputImages: 196);

        Assert.Equal(
            usage.Cost(List, ImageModel.GptImage2).Total,
            usage.Cost(List, "gpt-image-2-2026-04-21").Total);
    }

    private static ImageUsage Usage(long text, long images, long outputImages, long? cached = null) => new()
    {
        InputTokens = text + images,
        OutputTokens = outputImages,
        InputDetails = new() { TextTokens = text, ImageTokens = images, CachedTokens = cached },
        OutputDetails = new() { ImageTokens = outputImages, TextTokens = 0 },
    };
}
