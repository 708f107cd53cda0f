using OpenAIImages.Emulator.Replies;

namespace OpenAIImages.Emulator.Tests.Protocol;

public sealed class HeaderTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("1x cat; meadow", "1x cat; meadow")]
    [InlineData("50%", "50%25")]
    [InlineData("猫🦊", "%E7%8C%AB%F0%9F%A6%8A")]
    [InlineData("a\r\nb\0", "a%0D%0Ab%00")]
    public void Any_text_becomes_a_valid_header(string words, string header)
        => Assert.Equal(header, HeaderText.Encode(words));

    [Fact]
    public void Decoding_gives_the_text_back()
    {
        const string Words = "1x 猫 (orange); 100% day";

        Assert.Equal(Words, Uri.UnescapeDataString(HeaderText.Encode(Words)));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_replaced()
        => Assert.Equal("half %EF%BF%BD", HeaderText.Encode("half " + '\ud83d'));

    [Fact]
    public void A_very_long_text_is_cut()
        => Assert.Equal(12_000, HeaderText.Encode(string.Concat(Enumerable.Repeat("🦊", 5_000))).Length);
}
