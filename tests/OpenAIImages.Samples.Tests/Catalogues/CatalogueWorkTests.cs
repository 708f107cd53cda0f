using Catalogue;

namespace OpenAIImages.Samples.Tests.Catalogues;

public sealed class CatalogueWorkTests : IDisposable
{
    private readonly CatalogueFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_products_of_the_sample_give_500_prompts_and_500_files()
    {
        var settings = new CatalogueSettings();

        var work = CatalogueWork.Read(settings);

        Assert.Equal(500, work.Items.Select(item => item.Request.Prompt).Distinct().Count());
        Assert.Equal(500, work.Items.Select(item => work.PathOf(item.Id)).Distinct().Count());
        Assert.Equal(
            "a red ceramic teapot on a white background, product photo", work.Items[0].Request.Prompt);
        Assert.Equal(Path.Combine("catalogue", "p0001-red-teapot.png"), work.PathOf("P0001"));
    }

    [Fact]
    public void A_limit_takes_the_first_products_and_the_whole_file_is_checked()
    {
        var limited = CatalogueWork.Read(_folder.Settings("id,name\n1,chair\n2,lamp\n3,sofa\n", limit: 2));
        var broken = _folder.Settings("id,name\n1,chair\n2,lamp\n2,sofa\n", limit: 1);

        Assert.Equal(["1", "2"], limited.Items.Select(item => item.Id));
        Assert.Equal(4, Assert.Throws<CatalogueException>(() => CatalogueWork.Read(broken)).Line);
    }

    [Theory]
    [InlineData("a {name} in {place}", "{id}", 1, "place")]
    [InlineData("a {name}", "{id}-{shop}", 1, "shop")]
    [InlineData("a {name}", "{name}", 3, "name")]
    [InlineData("a {name}", "{sign}", 2, "sign")]
    public void A_template_that_does_not_fit_the_file_is_refused_by_line_and_column(
        string prompt, string name, int line, string column)
    {
        var settings = _folder.Settings("id,name,sign\n1,chair,?\n2,Chair,!\n", prompt: prompt, name: name);

        var thrown = Assert.Throws<CatalogueException>(() => CatalogueWork.Read(settings));

        Assert.Equal((line, column), (thrown.Line, thrown.Column));
    }

    [Theory]
    [InlineData("a {name")]
    [InlineData("a name}")]
    [InlineData("a {{name}}")]
    [InlineData("a {}")]
    [InlineData(" ")]
    public void A_template_with_a_lonely_brace_or_without_words_is_refused(string prompt)
    {
        var settings = _folder.Settings("id,name\n1,chair\n", prompt: prompt);

        var thrown = Assert.Throws<CatalogueException>(() => CatalogueWork.Read(settings));

        Assert.StartsWith("--prompt", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P1 Chair", "p1-chair")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("CON: 50 % Wool?", "con-50-wool")]
    [InlineData("红色的椅子", "红色的椅子")]
    [InlineData("Ärmel  — No. 7", "ärmel-no-7")]
    [InlineData("///", "")]
    public void The_name_of_a_file_has_letters_digits_and_hyphens(string text, string expected)
        => Assert.Equal(expected, FileName.From(text));

    [Fact]
    public void The_estimate_is_the_sum_of_the_estimates_of_the_products()
    {
        var work = CatalogueWork.Read(new CatalogueSettings());

        var forecast = Forecast.Of(work.Items);

        Assert.Equal(
            work.Items.Sum(item => item.Request.Estimate(ImagePriceList.Default).Likely), forecast.Likely);
        Assert.True(forecast.Low <= forecast.Likely && forecast.Likely <= forecast.High, $"{forecast}");
    }

    [Fact]
    public void A_price_that_is_not_known_is_a_fault_that_names_the_product()
    {
        var settings = _folder.Settings("id,name\n17,chair\n", model: "house-model");

        var thrown = Assert.Throws<CatalogueException>(() => Forecast.Of(CatalogueWork.Read(settings).Items));

        Assert.Contains("the picture of 17", thrown.Message, StringComparison.Ordinal);
    }
}
