using CsCheck;

namespace OpenAIImages.Tests.Models;

public sealed class SizeSearchTests
{
    private static readonly ImageModelInfo Free = ImageModelCatalog.Find(ImageModel.GptImage2)!;
    private static readonly ImageModelInfo Fixed = ImageModelCatalog.Find("gpt-image-1.5")!;

    [Theory]
    [InlineData(1_024, 1_024, "1024x1024")]
    [InlineData(1_920, 1_080, "1920x1088")]
    [InlineData(4_000, 4_000, "2880x2880")]
    [InlineData(100, 100, "816x816")]
    [InlineData(3_000, 1_000, "3008x1008")]
    public void A_model_with_rules_makes_a_size_near_the_requested_one(int width, int height, string expected)
    {
        var size = Free.NearestSize(new ImageSize(width, height));

        Assert.Empty(size.GetAdvice());
        Assert.Equal(expected, size.ToString());
    }

    [Theory]
    [InlineData(1.5, 1_500_000, "1536x1024")]
    [InlineData(0.6, 1_500_000, "1024x1536")]
    [InlineData(1, 10, "1024x1024")]
    public void A_model_with_fixed_sizes_makes_the_nearest_of_them(double ratio, long pixels, string expected)
        => Assert.Equal(expected, Fixed.NearestSize(ratio, pixels).ToString());

    [Fact]
    public void A_valid_size_is_its_own_nearest_size()
        => Gen.Select(Gen.Int[1, 240], Gen.Int[1, 240]).Sample(
            (x, y) =>
            {
                var wish = new ImageSize(x * 16, y * 16);

                return wish.GetAdvice().Count > 0 || Free.NearestSize(wish) == wish;
            },
            iter: 100);

    [Fact]
    public void Every_ratio_and_area_has_a_valid_nearest_size()
        => Gen.Select(Gen.Double[0.01, 100], Gen.Long[1, 100_000_000]).Sample(
            (ratio, pixels) => Free.NearestSize(ratio, pixels).GetAdvice().Count == 0, iter: 100);

    [Fact]
    public void A_requested_size_without_sides_is_refused()
        => Assert.Throws<ArgumentException>(() => Free.NearestSize(ImageSize.Auto));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(double.NaN, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    public void A_ratio_or_area_that_is_not_positive_is_refused(double ratio, long pixels)
        => Assert.Throws<ArgumentOutOfRangeException>(() => Free.NearestSize(ratio, pixels));
}
