namespace OpenAIImages.Tests.Values;

/// <summary>Values implement the parsing interface of newer platforms, which the build for netstandard2.0 does not
/// have.</summary>
public sealed class ParsedValueTests
{
    [Fact]
    public void A_value_is_parsed_by_IParsable()
    {
        Assert.Equal((true, ImageModel.GptImage2), Read<ImageModel>("gpt-image-2"));
        Assert.Equal((true, new ImageSize(1536, 864)), Read<ImageSize>("1536x864"));
        Assert.Equal((false, default), Read<ImageSize>("big"));
        Assert.Equal((false, default), Read<ImageModel>(" "));
        Assert.Equal("x", ImageQuality.Parse("x").ToString());
        Assert.Throws<FormatException>(() => ImageQuality.Parse(" "));
        Assert.Throws<ArgumentNullException>(() => ImageQuality.Parse(null!));

        static (bool, T) Read<T>(string text)
            where T : IParsable<T>
            => (T.TryParse(text, null, out var value), value!);
    }
}
