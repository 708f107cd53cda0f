using OpenAIImages.Painter.Tests.Support;

namespace OpenAIImages.Painter.Tests.Words.Phrases;

public sealed class BackgroundTests
{
    [Theory]
    [InlineData("a blue bird on an orange background", "Orange", "1 blue bird")]
    [InlineData("an orange on a blue background", "Blue", "1 tangerine")]
    [InlineData("a red apple against a plain white backdrop", "White", "1 red-apple")]
    [InlineData("橙色背景的蓝色小鸟", "Orange", "1 blue bird")]
    [InlineData("白色背景上的红色汽车", "White", "1 red automobile")]
    [InlineData("一只猫，背景是绿色的", "Green", "1 cat")]
    public void The_colour_of_the_background_is_no_colour_of_a_subject(string prompt, string colour, string subjects)
    {
        var meaning = Reading.Read(prompt);

        Assert.Equal(colour, $"{meaning.Background}");
        Assert.Equal(subjects, Reading.Subjects(prompt));
        Assert.Equal("studio", meaning.Place);
    }
}
