using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Tests.Words;

public sealed class QuotedTextTests
{
    [Theory]
    [InlineData("a sign \"open\" here", "open")]
    [InlineData("a sign “open” here", "open")]
    [InlineData("a sign 'come in' here", "come in")]
    [InlineData("a sign 'don't stop' here", "don't stop")]
    [InlineData("a sign «open» here", "open")]
    [InlineData("一块「欢迎」的招牌", "欢迎")]
    [InlineData("一块『欢迎』的招牌", "欢迎")]
    [InlineData("一张《夏天》海报", "夏天")]
    [InlineData("a card `hello` here", "hello")]
    public void Quotes_of_all_kinds_are_found(string text, string inside)
    {
        var (_, _, from, to) = Assert.Single(QuotedText.Find(text));

        Assert.Equal(inside, text[from..to]);
    }

    [Theory]
    [InlineData("the cat's hat and the dog's ball")]
    [InlineData("\"a cat on a chair\"")]
    [InlineData("a \"\" sign")]
    [InlineData("5' 2\" tall")]
    public void Apostrophes_and_quotes_around_the_whole_prompt_are_no_quotes(string text)
        => Assert.Empty(QuotedText.Find(text));
}
