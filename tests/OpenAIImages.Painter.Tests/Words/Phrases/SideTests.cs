using OpenAIImages.Painter.Tests.Support;

namespace OpenAIImages.Painter.Tests.Words.Phrases;

public sealed class SideTests
{
    [Theory]
    [InlineData("a tree on the left and a house on the right")]
    [InlineData("on the left a tree, on the right a house")]
    [InlineData("左边是一棵树，右边是一座房子")]
    [InlineData("一棵树在左边，一座房子在右边")]
    public void A_side_of_the_picture_belongs_to_its_subject(string prompt)
    {
        var subjects = Reading.Read(prompt).Subjects;

        Assert.Equal(["deciduous-tree Left", "house Right"], subjects.Select(one => $"{one.Noun} {one.Side}"));
        Assert.All(subjects, one => Assert.Empty(one.Relations));
    }

    [Theory]
    [InlineData("a dog to the left of a cat", "dog LeftOf cat")]
    [InlineData("a dog on the right side of a cat", "dog RightOf cat")]
    [InlineData("猫的左边有一只狗", "dog LeftOf cat")]
    [InlineData("一只狗在猫的右边", "dog RightOf cat")]
    public void A_side_of_another_subject_is_a_relation(string prompt, string relation)
        => Assert.Equal(relation, Reading.Relations(prompt));
}
