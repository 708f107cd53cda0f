using OpenAIImages.Painter.Tests.Support;

namespace OpenAIImages.Painter.Tests.Words.Phrases;

public sealed class NegationTests
{
    [Theory]
    [InlineData("a street with no people", "person-standing")]
    [InlineData("a cat without a hat", "top-hat")]
    [InlineData("a room with no chairs or lamps", "chair light-bulb")]
    [InlineData("a deserted street", "person-standing")]
    [InlineData("没有人的街道", "person-standing")]
    [InlineData("不要有猫的房间", "cat")]
    [InlineData("一只不戴帽子的猫", "top-hat")]
    [InlineData("沒有車的街道", "automobile")]
    public void Unwanted_things_are_found(string prompt, string nouns)
        => Assert.Equal(nouns.Split(' ')[0], Reading.Read(prompt).Unwanted[0].Noun);

    [Theory]
    [InlineData("a cat without a hat", "1 cat")]
    [InlineData("a street with no people and two dogs", "2 dog")]
    [InlineData("一只不戴帽子的猫", "1 cat")]
    [InlineData("没有云的天空下有一只狗", "1 dog")]
    public void Only_wanted_things_are_drawn(string prompt, string subjects)
        => Assert.Equal(subjects, Reading.Subjects(prompt));
}
