using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Prices;

public sealed class PriceListTests
{
    [Fact]
    public void The_shipped_list_has_its_date_and_source()
    {
        var list = ImagePriceList.Default;

        Assert.Equal(new DateTimeOffset(2026, 11, 27, 0, 0, 0, TimeSpan.Zero), list.AsOf);
        Assert.NotEmpty(list.Source);
        Assert.Equal((0.5m, 1.1m), (list.BatchFactor, list.RegionalFactor));
    }

    [Fact]
    public void The_shipped_list_has_every_model_that_is_not_shut_down()
    {
        var living = ImageModelCatalog.Models.Where(
            info => !info.Model.ToString().StartsWith("dall-e", StringComparison.Ordinal));

        Assert.All(living, info => Assert.NotNull(ImagePriceList.Default.Find(info.Model)));
    }

    [Theory]
    [InlineData("""{"models":{}}""", "asOf is missing")]
    [InlineData("""{"asOf":"2026-11-27","models":{}}""", "source is missing")]
    [InlineData("""{"asOf":"yesterday","source":"s","models":{}}""", "asOf: the value is no day")]
    [InlineData("""{"asOf":"2026-11-27","source":"s"}""", "models is missing")]
    [InlineData("""{"batchFactor":0}""", "batchFactor: the value is no factor")]
    [InlineData("""{"models":[]}""", "models: the value is no object")]
    [InlineData("""{"asOf":"2026-11-27",""", "is no JSON")]
    [InlineData("""{"asOf":"2026-11-27","source":"\ud800","models":{}}""", "half of a surrogate pair")]
    public void A_fault_names_its_member(string json, string fault)
    {
        var thrown = Assert.Throws<ImageConfigurationException>(() => ImagePriceList.Parse(json));

        Assert.Contains(thrown.Faults, text => text.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_that_is_no_Unicode_text_is_refused()
    {
        var thrown = Assert.Throws<ImageConfigurationException>(() => ImagePriceList.Parse("{\"\uD800\":1}"));

        Assert.Contains("half of a surrogate pair", Assert.Single(thrown.Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"textInput":-1}""", "models.m.textInput: the value is no price")]
    [InlineData("""{"textInputs":1}""", "models.m.textInputs: the member is unknown; it may be meant for textInput")]
    [InlineData("""{"imageOutput":"30"}""", "models.m.imageOutput: the value is no price")]
    [InlineData("""{"outputFactors":{"low":0}}""", "models.m.outputFactors.low: the value is no whole number")]
    [InlineData("""{"outputTokens":{"auto":{}}}""", "models.m.outputTokens.auto: the name is no size")]
    [InlineData("""{},"m":{}""", "models.m: the member occurs twice")]
    public void A_fault_of_a_model_names_its_member(string model, string fault)
    {
        var json = """{"asOf":"2026-11-27","source":"s","models":{"m":""" + model + "}}";

        var thrown = Assert.Throws<ImageConfigurationException>(() => ImagePriceList.Parse(json));

        Assert.Contains(fault, Assert.Single(thrown.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_named_at_once()
    {
        var thrown = Assert.Throws<ImageConfigurationException>(() => ImagePriceList.Parse(
            """{"asOf":"2026-11-27","models":{"a":{"textInput":-1},"b":{"colour":2}}}"""));

        Assert.Equal(3, thrown.Faults.Count);
    }

    [Fact]
    public void A_custom_list_is_read_from_a_file()
    {
        using var directory = new TemporaryDirectory();
        var path = Path.Combine(directory.Path, "prices.json");
        File.WriteAllText(path, """{"asOf":"2027-01-01","source":"ours","models":{"m":{"textInput":1.5}}}""");

        var list = ImagePriceList.FromFile(path);

        Assert.Equal(1.5m, list.Find("m")!.TextInput);
        Assert.Null(list.Find("m")!.ImageOutput);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var thrown = Assert.Throws<ImageConfigurationException>(() => ImagePriceList.FromFile("nowhere/prices.json"));

        Assert.Contains("nowhere/prices.json", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_rate_is_refused()
        => Assert.Throws<ArgumentOutOfRangeException>(() => new ImageModelPrices("m") { TextInput = -1 });

    [Fact]
    public void A_region_costs_a_tenth_more()
    {
        var prices = ImagePriceList.Default.ForRegion().Find(ImageModel.GptImage2)!;

        Assert.Equal((5.5m, 33m), (prices.TextInput, prices.ImageOutput));
    }
}
