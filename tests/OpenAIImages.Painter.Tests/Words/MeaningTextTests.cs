using OpenAIImages.Painter.Tests.Support;
using OpenAIImages.Painter.Words;

namespace OpenAIImages.Painter.Tests.Words;

public sealed class MeaningTextTests
{
    [Theory]
    [InlineData("three blue birds", "3x blue bird; sky; day")]
    [InlineData("a chihuahua sleeping", "1x chihuahua (drawn as dog) sleeping; sky; day")]
    [InlineData("a dog to the left of a glass vase", "1x dog left of vase; 1x glass vase; sky; day")]
    [InlineData("a sign that says \"OPEN\"", "\"OPEN\" on sign; sky; day")]
    [InlineData("an apple on a red background, autumn", "1x apple; red background; day; autumn")]
    [InlineData("a street without people", "sky; day; without people")]
    [InlineData("椅子上的猫", "1x 椅子; 1x 猫 on 椅子; sky; day")]
    [InlineData("a cat and a xylograph, ink wash", "1x cat; sky; day; ink wash; not understood: xylograph")]
    public void The_description_uses_the_words_of_the_prompt(string prompt, string told)
        => Assert.Equal(told, MeaningText.Describe(Reading.Read(prompt), "sky"));
}
