using System.Text.Json;

namespace OpenAIImages.Tests.Values;

public sealed class ExtraFieldsTests
{
    [Fact]
    public void A_field_is_added_to_a_copy()
    {
        var one = ExtraFields.Empty.With("seed", 42);
        var two = one.With("steps", 20).With("seed", 43).With("tiled", true).With("scale", 7.5).With("name", "猫");

        Assert.Equal(["seed"], one.Keys);
        Assert.Equal(42, one["seed"].GetInt32());
        Assert.Equal(["seed", "steps", "tiled", "scale", "name"], two.Keys);
        Assert.Equal(43, two["seed"].GetInt32());
        Assert.True(two["tiled"].GetBoolean());
        Assert.Equal(7.5, two["scale"].GetDouble());
        Assert.Equal("猫", two["name"].GetString());
    }

    [Fact]
    public void Equal_fields_are_equal_in_any_order()
    {
        var one = ExtraFields.Empty.With("a", 1).With("b", "x");
        var two = ExtraFields.Empty.With("b", "x").With("a", 1);

        Assert.Equal(one, two);
        Assert.Equal(one.GetHashCode(), two.GetHashCode());
        Assert.NotEqual(one, two.With("a", 2));
    }

    [Fact]
    public void ToString_of_extra_fields_shows_no_values()
        => Assert.Equal("token", ExtraFields.Empty.With("token", "secret").ToString());

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_that_JSON_cannot_write_is_refused(double number)
        => Assert.Throws<ArgumentOutOfRangeException>(() => ExtraFields.Empty.With("n", number));

    [Fact]
    public void An_undefined_JSON_value_is_refused()
        => Assert.Contains(
            "'x'", Assert.Throws<ArgumentException>(() => ExtraFields.Empty.With("x", default(JsonElement))).Message);

    [Theory]
    [InlineData("""  "ab\ud800"  """)]
    [InlineData("""["\udc00"]""")]
    [InlineData("""{"a":[{"b":"\\\ud83d\u0020"}]}""")]
    [InlineData("""{"\ud83dA":1}""")]
    public void Half_a_surrogate_pair_is_refused_at_any_depth(string json)
    {
        using var document = JsonDocument.Parse(json);

        var refused = Assert.Throws<ArgumentException>(() => ExtraFields.Empty.With("x", document.RootElement));

        var at = document.RootElement.GetRawText().IndexOf("\\ud", StringComparison.Ordinal);
        Assert.Contains($"'x', at index {at} ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused_in_names_and_texts()
    {
        Assert.Contains(
            "at index 1", Assert.Throws<ArgumentException>(() => ExtraFields.Empty.With("x\ud800", 1)).Message);
        Assert.Contains(
            "at index 2", Assert.Throws<ArgumentException>(() => ExtraFields.Empty.With("x", "ab\udfff")).Message);
    }

    [Theory]
    [InlineData("""{"\ud83d\ude00":["\u0041\n\\u","😀"]}""")]
    public void Whole_surrogate_pairs_and_other_escapes_are_accepted(string json)
    {
        using var document = JsonDocument.Parse(json);

        Assert.Equal(json, ExtraFields.Empty.With("x", document.RootElement.Clone())["x"].GetRawText());
    }

    [Fact]
    public void Any_JSON_value_may_be_a_field()
    {
        using var document = JsonDocument.Parse("""{"nested":[1,null]}""");

        Assert.Equal(
            """{"nested":[1,null]}""", ExtraFields.Empty.With("x", document.RootElement.Clone())["x"].GetRawText());
    }
}
