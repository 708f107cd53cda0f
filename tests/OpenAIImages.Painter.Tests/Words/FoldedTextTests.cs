using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Tests.Words;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("一隻可愛的貓", "一只可爱的猫")]
    [InlineData("騎著腳踏車", "骑着脚踏车")]
    [InlineData("ＰＩＺＺＡ，１２", "pizza,12")]
    [InlineData("A Cat", "a cat")]
    [InlineData("the cat’s hat", "the cat's hat")]
    public void Text_is_folded_into_the_form_of_the_vocabulary(string prompt, string folded)
        => Assert.Equal(folded, FoldedText.Of(prompt).Text);

    [Fact]
    public void A_part_of_the_folded_text_leads_back_to_the_original_prompt()
    {
        var folded = FoldedText.Of("㎏ 一隻貓 Ａ");
        var at = folded.Text.IndexOf('猫', StringComparison.Ordinal);

        Assert.Equal("貓", folded.AsGiven(at, at + 1));
        Assert.Equal(4, folded.OriginOf(at));
    }

    [Fact]
    public void Half_a_surrogate_pair_can_be_read() => Assert.Equal("a \ufffd cat", FoldedText.Of("a \ud83d cat").Text);
}
