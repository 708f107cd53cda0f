using OpenAIImages.Painter.Words;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Tests.Words;

public sealed class EditReaderTests
{
    [Theory]
    [InlineData("add a red hat to the dog")]
    [InlineData("give the dog a red hat")]
    [InlineData("put a red hat on the dog")]
    [InlineData("给狗加一顶红色的帽子")]
    [InlineData("給狗戴上紅色的帽子")]
    public void A_garment_added_to_a_figure_is_worn_by_it(string words)
    {
        var subjects = EditReader.Read(words).Wanted.Subjects;

        var dog = subjects.Single(subject => subject.Noun == "dog");

        Assert.Equal(Relation.Wearing, dog.Relation);
        Assert.Equal([ColourName.Red], subjects[dog.Other].Colours);
    }

    [Theory]
    [InlineData("add a cat next to the house", Relation.Beside)]
    [InlineData("add a cat to the left of the house", Relation.LeftOf)]
    public void A_thing_added_beside_another_is_not_held_by_it(string words, object relation)
        => Assert.Equal(relation, EditReader.Read(words).Wanted.Subjects.Single(one => one.Noun == "cat").Relation);

    [Theory]
    [InlineData("make the photo look like night")]
    [InlineData("add a cat to the picture")]
    [InlineData("把照片改成夜晚")]
    public void The_word_that_names_the_picture_is_no_style(string words)
        => Assert.False(EditReader.Read(words).SaysStyle);

    [Theory]
    [InlineData("remove the cat", "cat")]
    [InlineData("把猫去掉", "cat")]
    [InlineData("將貓刪除", "cat")]
    public void A_removed_thing_is_unwanted(string words, string noun)
        => Assert.Equal(noun, Assert.Single(EditReader.Read(words).Unwanted).Noun);
}
