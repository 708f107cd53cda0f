namespace OpenAIImages.Tests.Requests;

public sealed class GenerateImageRequestTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void A_blank_prompt_is_refused_by_name(string prompt)
        => Assert.Equal("prompt", Assert.Throws<ArgumentException>(() => new GenerateImageRequest(prompt)).ParamName);

    [Fact]
    public void A_missing_prompt_is_refused_by_name()
        => Assert.Equal(
            "prompt", Assert.Throws<ArgumentNullException>(() => new GenerateImageRequest(null!)).ParamName);

    [Fact]
    public void Half_a_surrogate_pair_in_a_prompt_is_refused()
    {
        foreach (var prompt in new[] { "a \ud83d fox", "a \ude00 fox", "a fox \ud83d", "\ude00\ud83d" })
        {
            var refused = Assert.Throws<ArgumentException>(() => new GenerateImageRequest(prompt));

            Assert.Equal("prompt", refused.ParamName);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void Fewer_than_one_image_is_refused_by_name(int count)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(
            () => new GenerateImageRequest("a fox") { Count = count });

        Assert.Equal("Count", refused.ParamName);
    }

    [Fact]
    public void ToString_of_a_request_shows_neither_the_prompt_nor_the_user()
    {
        var request = new GenerateImageRequest("a secret fox")
        {
            Model = "gpt-image-2",
            User = "alice",
            SafetyIdentifier = "alice",
            Extra = ExtraFields.Empty.With("k", "v"),
        };

        Assert.Equal("GenerateImageRequest { Model = gpt-image-2, Count = unset, Size = unset }", request.ToString());
    }

    [Fact]
    public void A_request_derived_from_another_keeps_the_other_properties()
    {
        var one = new GenerateImageRequest("a fox") { Size = ImageSize.Landscape, Count = 2 };

        var two = one with { Count = 3 };

        Assert.Equal(ImageSize.Landscape, two.Size);
        Assert.Equal("a fox", two.Prompt);
        Assert.Equal(one, two with { Count = 2 });
    }
}
