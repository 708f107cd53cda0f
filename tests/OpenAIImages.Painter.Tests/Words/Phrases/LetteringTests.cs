using OpenAIImages.Painter.Tests.Support;

namespace OpenAIImages.Painter.Tests.Words.Phrases;

public sealed class LetteringTests
{
    [Theory]
    [InlineData("a sign that says \"OPEN\"", "OPEN Sign")]
    [InlineData("an \"OPEN\" sign", "OPEN Sign")]
    [InlineData("a neon sign reading 'PIZZA'", "PIZZA Neon")]
    [InlineData("a birthday card with the words Happy Birthday Anna", "Happy Birthday Anna Card")]
    [InlineData("a blackboard with the text \"E = mc2\" in a classroom", "E = mc2 Board")]
    [InlineData("a cup with \"Monday\" on it", "Monday Subject")]
    [InlineData("a poster, saying “Blue Night”", "Blue Night Poster")]
    [InlineData("写着“欢迎光临”的招牌", "欢迎光临 Sign")]
    [InlineData("招牌上写着「营业中」", "营业中 Sign")]
    [InlineData("寫著「歡迎」的招牌", "歡迎 Sign")]
    [InlineData("黑板上写着我爱数学", "我爱数学 Board")]
    [InlineData("杯子上印着“早安”", "早安 Subject")]
    public void Words_to_be_written_are_found_as_the_prompt_has_them(string prompt, string lettering)
    {
        var found = Assert.Single(Reading.Read(prompt).Letterings);

        Assert.Equal(lettering, $"{found.Text} {found.Surface}");
    }

    [Fact]
    public void A_lettering_names_the_subject_that_bears_it()
    {
        var meaning = Reading.Read("a cat beside a birthday cake with the text \"Happy Birthday\"");

        Assert.Equal("birthday-cake", meaning.Subjects[Assert.Single(meaning.Letterings).Subject].Noun);
    }

    [Theory]
    [InlineData("the so-called \"king\" of the jungle")]
    [InlineData("\"a cat on a chair\"")]
    [InlineData("a man reading a book")]
    public void Other_quotes_are_read_as_words(string prompt) => Assert.Empty(Reading.Read(prompt).Letterings);

    [Theory]
    [InlineData("a sign that says \"three cats\"")]
    [InlineData("写着“三只猫”的招牌")]
    public void Words_to_be_written_are_not_drawn(string prompt)
        => Assert.DoesNotContain(Reading.Read(prompt).Subjects, subject => subject.Noun == "cat");
}
