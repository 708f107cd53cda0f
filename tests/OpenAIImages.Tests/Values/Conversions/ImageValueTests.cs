using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;

namespace OpenAIImages.Tests.Values;

/// <summary>Each value converts to text and back by every way that the platform knows.</summary>
public sealed class ImageValueTests
{
    private static readonly Dictionary<ImageModel, ImageSize> Sizes = new()
    {
        [ImageModel.GptImage2] = new ImageSize(1536, 864),
        ["my-own"] = ImageSize.Auto,
        [default] = ImageSize.Square,
    };

    public static TheoryData<Type> Values =>
    [
        .. typeof(ImageModel).Assembly.GetExportedTypes()
            .Where(type => type.IsValueType)
            .Where(type => type.GetMethod("TryParse", [typeof(string), type.MakeByRefType()]) is not null),
    ];

    [Fact]
    public void These_tests_cover_all_eighteen_value_types() => Assert.Equal(18, Values.Count);

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_survives_as_text_by_type_converter_and_JSON(Type type)
    {
        var text = type == typeof(ImageSize) ? "1536x864" : "some/word";
        var converter = TypeDescriptor.GetConverter(type);

        var value = converter.ConvertFromInvariantString(text)!;

        Assert.Equal(type, value.GetType());
        Assert.Equal(text, value.ToString());
        Assert.Equal(text, converter.ConvertToInvariantString(value));
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(value, type));
        Assert.Equal(value, JsonSerializer.Deserialize($"\"{text}\"", type));
        var nothing = Activator.CreateInstance(type)!;
        Assert.Equal(nothing, JsonSerializer.Deserialize(JsonSerializer.Serialize(nothing, type), type));
        Assert.ThrowsAny<Exception>(() => converter.ConvertFromInvariantString(" "));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("7", type));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("\" \"", type));
        Assert.True(type.GetCustomAttribute<JsonConverterAttribute>()!.ConverterType!.IsVisible);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void A_null_or_blank_text_gives_the_default_value_and_never_throws(Type type)
    {
        if (type == typeof(ImageSize) || type == typeof(ImageMediaType) || type == typeof(ImageModerationStage))
        {
            Assert.Null(type.GetMethod("op_Implicit"));

            return;
        }

        var conversion = type.GetMethod("op_Implicit", [typeof(string)])!;

        Assert.All(
            new[] { null, "", "  " },
            text => Assert.Equal(Activator.CreateInstance(type), conversion.Invoke(null, [text])));
        Assert.Equal("x", conversion.Invoke(null, ["x"])!.ToString());
    }

    [Fact]
    public void Configuration_binds_values_and_lists_and_maps_of_values()
    {
        var bound = Configuration(new()
        {
            ["Model"] = "gpt-image-2",
            ["Other"] = "mine",
            ["Size"] = "1536x864",
            ["Qualities:0"] = "high",
            ["Formats:web"] = "webp",
        }).Get<BoundValues>()!;

        Assert.Equal(ImageModel.GptImage2, bound.Model);
        Assert.Equal("mine", bound.Other.ToString());
        Assert.Equal(new ImageSize(1536, 864), bound.Size);
        Assert.Equal([ImageQuality.High], bound.Qualities);
        Assert.Equal(ImageFileFormat.WebP, bound.Formats["web"]);
    }

    [Fact]
    public void A_mistake_in_configuration_is_named_with_its_key_and_the_remedy()
    {
        var refused = Assert.Throws<InvalidOperationException>(
            () => Configuration(new() { ["Size"] = "big" }).Get<BoundValues>());

        Assert.Contains("'Size'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("write WIDTHxHEIGHT", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_document_with_values_survives_a_round_trip(bool isGenerated)
    {
        var values = new BoundValues
        {
            Model = ImageModel.GptImage2,
            Size = ImageSize.Square,
            Qualities = [ImageQuality.High, default],
            Formats = new Dictionary<string, ImageFileFormat> { ["web"] = ImageFileFormat.WebP },
        };
        var options = isGenerated ? BoundValuesContext.Default.Options : JsonSerializerOptions.Default;

        var text = JsonSerializer.Serialize(values, options);

        Assert.Equal(
            """
            {"Model":"gpt-image-2","Other":null,"Size":"1024x1024","Qualities":["high",""],"Formats":{"web":"webp"}}
            """,
            text);
        Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize<BoundValues>(text, options), options));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_map_with_values_as_keys_survives_a_round_trip(bool isGenerated)
    {
        var options = isGenerated ? BoundValuesContext.Default.Options : JsonSerializerOptions.Default;

        var text = JsonSerializer.Serialize(Sizes, options);

        Assert.Equal("""{"gpt-image-2":"1536x864","my-own":"auto","":"1024x1024"}""", text);
        Assert.Equal(Sizes, JsonSerializer.Deserialize<Dictionary<ImageModel, ImageSize>>(text, options));
        Assert.Throws<JsonException>(
            () => JsonSerializer.Deserialize<Dictionary<ImageModel, ImageSize>>("""{" ":"auto"}""", options));
    }

    private static IConfigurationRoot Configuration(Dictionary<string, string?> values)
        => new ConfigurationBuilder().AddInMemoryCollection(values).Build();
}
