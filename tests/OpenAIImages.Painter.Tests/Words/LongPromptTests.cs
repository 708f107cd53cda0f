using OpenAIImages.Painter.Tests.Support;

namespace OpenAIImages.Painter.Tests.Words;

public sealed class LongPromptTests
{
    // Each prompt would take minutes, or all memory, if the work grew with the square of its length.
    [Theory]
    [InlineData("cat ")]
    [InlineData("cat, ")]
    [InlineData("cat and ")]
    [InlineData("cat on bed ")]
    [InlineData("the cat, ")]
    [InlineData("a sign \"x\" ")]
    [InlineData("no cat ")]
    [InlineData("猫、")]
    [InlineData("猫在")]
    [InlineData("猫的")]
    [InlineData("在猫上")]
    [InlineData("\"")]
    [InlineData("'x")]
    [InlineData("red ")]
    public void A_long_prompt_of_nonsense_is_read(string words)
    {
        var meaning = Reading.Read(string.Concat(Enumerable.Repeat(words, 32_000 / words.Length)));

        Assert.InRange(meaning.Subjects.Sum(subject => subject.Relations.Count), 0, 32_000 * 24);
    }
}
