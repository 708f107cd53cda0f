using CsCheck;
using OpenAIImages.Prices.Estimates;

namespace OpenAIImages.Tests.Prices;

public sealed class EstimateTests
{
    private const string Prompt = "a cute cat plays on the grass";

    // The output tokens that OpenAI publishes or has billed, by size and factor.
    [Theory]
    [InlineData(1_024, 640, 107, 239, 956, 1_700, 3_824)]
    [InlineData(1_024, 1_024, 196, 439, 1_756, 3_122, 7_024)]
    [InlineData(1_024, 1_536, 158, 343, 1_372, 2_459, 5_488)]
    [InlineData(1_536, 1_024, 158, 343, 1_372, 2_459, 5_488)]
    [InlineData(1_536, 864, 120, 280, 1_078, 1_917, 4_312)]
    [InlineData(1_792, 1_024, 139, 323, 1_243, 2_271, 5_063)]
    [InlineData(2_048, 1_152, 157, 367, 1_413, 2_511, 5_650)]
    [InlineData(2_048, 2_048, 397, 892, 3_568, 6_343, 14_272)]
    [InlineData(2_560, 1_440, 205, 478, 1_843, 3_276, 7_370)]
    [InlineData(3_840, 2_160, 371, 865, 3_336, 5_930, 13_342)]
    [InlineData(2_880, 2_880, 659, 1_483, 5_930, 10_542, 23_719)]
    public void The_formula_gives_every_published_figure(
        int width, int height, int by16, int by24, int by48, int by64, int by96)
    {
        int[] factors = [16, 24, 48, 64, 96];

        var counted = factors.Select(factor => OutputFormula.Count(factor, width, height));

        Assert.Equal([by16, by24, by48, by64, by96], counted);
    }

    [Theory]
    [InlineData(96, 3_584, 2_048, 12_329)]
    [InlineData(16, 976, 704, 129)]
    [InlineData(16, 960, 720, 130)]
    public void The_formula_gives_the_figures_of_the_calculator(int factor, int width, int height, int tokens)
        => Assert.Equal(tokens, OutputFormula.Count(factor, width, height));

    [Theory]
    [InlineData("gpt-image-2", "low", 0.006)]
    [InlineData("gpt-image-2", "medium", 0.053)]
    [InlineData("gpt-image-2", "high", 0.211)]
    [InlineData("gpt-image-2.5-flare", "low", 0.0059)]
    [InlineData("gpt-image-2.5-flare", "medium", 0.0132)]
    [InlineData("gpt-image-2.5-sunburst", "high", 0.0527)]
    [InlineData("gpt-image-2.5-sunburst", "xhigh", 0.0937)]
    [InlineData("gpt-image-2.5-flare", "max", 0.2107)]
    [InlineData("gpt-image-2.6-flare", "max", 0.2107)]
    [InlineData("gpt-image-1.5", "low", 0.009)]
    [InlineData("gpt-image-1.5", "medium", 0.034)]
    [InlineData("gpt-image-1.5", "high", 0.133)]
    [InlineData("gpt-image-1", "medium", 0.042)]
    [InlineData("gpt-image-1", "high", 0.167)]
    public void A_square_costs_the_published_price(string model, string quality, double dollars)
    {
        var request = new GenerateImageRequest(Prompt) { Model = model, Quality = quality, Size = ImageSize.Square };

        var output = request.Estimate(ImagePriceList.Default).Parts.Single(
            part => part.Kind == ImageTokenKind.ImageOutput);

        Assert.Equal(output.Low, output.High);
        Assert.InRange(output.High!.Value, (decimal)dollars - 0.0006m, (decimal)dollars + 0.0006m);
    }

    [Theory]
    [InlineData("gpt-image-2", 1_024, 1_536, "low", 0.005)]
    [InlineData("gpt-image-2", 1_536, 1_024, "medium", 0.041)]
    [InlineData("gpt-image-2", 1_024, 1_536, "high", 0.165)]
    [InlineData("gpt-image-1.5", 1_024, 1_536, "low", 0.013)]
    [InlineData("gpt-image-1.5", 1_536, 1_024, "medium", 0.050)]
    [InlineData("gpt-image-1.5", 1_024, 1_536, "high", 0.200)]
    public void An_oblong_costs_the_published_price(string model, int width, int height, string quality, double dollars)
    {
        var request = new GenerateImageRequest(Prompt) { Model = model, Quality = quality, Size = new(width, height) };

        var output = request.Estimate(ImagePriceList.Default).Parts.Single(
            part => part.Kind == ImageTokenKind.ImageOutput);

        Assert.InRange(output.High!.Value, (decimal)dollars - 0.0006m, (decimal)dollars + 0.0006m);
    }

    [Theory]
    [InlineData(1_024, 1_024, 1_024)]
    [InlineData(1_024, 1_536, 1_536)]
    [InlineData(512, 512, 1_024)]
    [InlineData(2_048, 2_048, 1_521)]
    [InlineData(3_840, 2_160, 1_508)]
    public void An_input_image_has_the_tokens_of_its_patches(int width, int height, int tokens)
        => Assert.Equal(tokens, InputPatches.Count(width, height, most: 1_536));

    [Fact]
    public void No_image_has_more_tokens_than_the_maximum()
        => Gen.Select(Gen.Int[1, 20_000], Gen.Int[1, 20_000]).Sample(
            (width, height) => InputPatches.Count(width, height, most: 1_536) is >= 1 and <= 1_536);

    [Fact]
    public void No_size_that_the_rules_allow_is_outside_the_bounds_of_auto()
        => Gen.Select(Gen.Int[1, 240], Gen.Int[1, 240], Gen.Int[1, 96]).Sample((x, y, factor) =>
        {
            var size = new ImageSize(x * 16, y * 16);
            var count = OutputFormula.Count(factor, size.Width, size.Height);

            return size.GetAdvice().Count > 0
                || (count >= OutputFormula.Min(factor) && count <= OutputFormula.Max(factor));
        });

    [Fact]
    public void A_missing_quality_and_size_give_a_range_of_prices()
    {
        var request = new GenerateImageRequest(Prompt) { Model = ImageModel.GptImage2 };

        var estimate = request.Estimate(ImagePriceList.Default);

        Assert.True(estimate.Low < estimate.Likely && estimate.Likely < estimate.High);
        Assert.Equal(23_719, estimate.Parts[^1].HighTokens);
        Assert.Equal(1_756, estimate.Parts[^1].LikelyTokens);
    }

    [Theory]
    [InlineData("low")]
    [InlineData("medium")]
    public void A_quality_without_published_figures_has_no_estimate(string quality)
    {
        var request = new GenerateImageRequest(Prompt) { Model = ImageModel.GptImage26Flare, Quality = quality };

        var estimate = request.Estimate(ImagePriceList.Default);

        Assert.Null(estimate.Low);
        Assert.Null(estimate.High);
        Assert.Equal("Quality", estimate.MissingMember);
        Assert.Contains($"at quality {quality}", estimate.Reasons[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_newest_model_without_a_quality_has_only_an_upper_price()
    {
        var request = new GenerateImageRequest(Prompt) { Model = ImageModel.GptImage26Flare, Size = ImageSize.Square };

        var estimate = request.Estimate(ImagePriceList.Default);

        Assert.Null(estimate.Low);
        Assert.Null(estimate.Likely);
        Assert.NotNull(estimate.High);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("猫")]
    [InlineData("cat!")]
    public void The_likely_price_of_a_short_prompt_is_within_the_range(string text)
    {
        var request = new GenerateImageRequest(text) { Model = ImageModel.GptImage2 };

        var prompt = request.Estimate(ImagePriceList.Default).Parts[0];

        Assert.InRange(prompt.LikelyTokens!.Value, prompt.LowTokens!.Value, prompt.HighTokens!.Value);
    }

    [Fact]
    public void A_prompt_is_bounded_by_its_bytes()
    {
        var request = new GenerateImageRequest("猫猫") { Model = ImageModel.GptImage2 };

        var prompt = request.Estimate(ImagePriceList.Default).Parts[0];

        Assert.Equal((7, 7, 12), (prompt.LowTokens, prompt.LikelyTokens, prompt.HighTokens));
    }

    [Fact]
    public void A_tokenizer_makes_the_count_of_the_prompt_exact()
    {
        var request = new GenerateImageRequest(Prompt) { Model = ImageModel.GptImage2 };

        var prompt = request.Estimate(ImagePriceList.Default, new() { CountTokens = _ => 8 }).Parts[0];

        Assert.Equal((14, 14, 14), (prompt.LowTokens, prompt.LikelyTokens, prompt.HighTokens));
    }

    [Fact]
    public void Images_and_previews_multiply_the_price()
    {
        var request = new GenerateImageRequest(Prompt)
        {
            Model = ImageModel.GptImage2,
            Quality = ImageQuality.High,
            Size = ImageSize.Square,
            Count = 3,
            PartialImages = 2,
        };

        var output = request.Estimate(ImagePriceList.Default).Parts.Where(
            part => part.Kind == ImageTokenKind.ImageOutput).ToArray();

        Assert.Equal([3 * 7_024, 600], output.Select(part => part.HighTokens));
        Assert.Equal([3 * 7_024, 0], output.Select(part => part.LowTokens));
    }

    [Fact]
    public void A_gif_is_priced_as_its_sheet()
    {
        var request = new GenerateImageRequest(Prompt)
        {
            Model = ImageModel.GptImage26Flare,
            Quality = ImageQuality.High,
            Size = new(512, 512),
            OutputFormat = ImageFileFormat.Gif,
            FrameCount = 9,
        };

        var output = request.Estimate(ImagePriceList.Default).Parts[^1];

        Assert.Equal(OutputFormula.Count(48, 1_536, 1_536), output.HighTokens);
    }

    [Fact]
    public void An_svg_drawing_has_no_estimate()
    {
        var request = new GenerateImageRequest(Prompt)
        {
            Model = ImageModel.GptImage26Flare,
            OutputFormat = ImageFileFormat.Svg,
        };

        var estimate = request.Estimate(ImagePriceList.Default);

        Assert.Equal("OutputFormat", estimate.MissingMember);
        Assert.Null(estimate.High);
    }

    [Fact]
    public void An_extra_field_with_the_name_of_a_priced_field_prevents_an_estimate()
    {
        var request = new GenerateImageRequest(Prompt)
        {
            Model = ImageModel.GptImage2,
            Extra = ExtraFields.Empty.With("quality", "max"),
        };

        Assert.Equal("Extra", request.Estimate(ImagePriceList.Default).MissingMember);
    }

    [Fact]
    public void An_estimate_of_an_edit_counts_its_input_images()
    {
        var request = new EditImageRequest(
            Prompt, [ImageInput.FromBytes(Png(2_048, 2_048)), ImageInput.FromFile("cat.png")])
        {
            Model = ImageModel.GptImage2,
            Quality = ImageQuality.Low,
            Size = ImageSize.Square,
        };

        var input = request.Estimate(ImagePriceList.Default).Parts.Single(
            part => part.Kind == ImageTokenKind.ImageInput);

        Assert.Equal(1_521 + 1, input.LowTokens);
        Assert.Equal(1_521 + 1_024, input.LikelyTokens);
        Assert.Equal(1_521 + 1_536, input.HighTokens);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("my-deployment")]
    public void A_model_without_a_price_has_no_estimate(string? model)
    {
        var estimate = new GenerateImageRequest(Prompt) { Model = model }.Estimate(ImagePriceList.Default);

        Assert.Equal("Model", estimate.MissingMember);
        Assert.Null(estimate.High);
    }

    [Fact]
    public void A_batch_costs_half()
    {
        var request = new GenerateImageRequest(Prompt) { Model = ImageModel.GptImage2, Size = ImageSize.Square };
        var prices = ImagePriceList.Default;

        var (usual, batch) = (request.Estimate(prices), request.Estimate(prices.ForBatches()));

        Assert.Equal(usual.High / 2, batch.High);
    }

    private static byte[] Png(int width, int height)
    {
        var header = new byte[33];
        new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13 }.CopyTo(header, 0);
        "IHDR"u8.CopyTo(header.AsSpan(12));
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(16), width);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(20), height);
        header[24] = 8;
        header[25] = 2;

        return header;
    }
}
