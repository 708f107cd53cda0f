using OpenAIImages.Painter.Tests.Support;

namespace OpenAIImages.Painter.Tests.Words;

public sealed class RelationsTests
{
    [Theory]
    [InlineData("a black cat sitting on a chair", "black-cat On chair")]
    [InlineData("a dog under a tree", "dog Under deciduous-tree")]
    [InlineData("an astronaut riding a horse", "astronaut Riding horse")]
    [InlineData("a dragon flying over a castle", "dragon Above castle")]
    [InlineData("a princess in front of a castle", "princess Before castle")]
    [InlineData("a penguin wearing a red scarf", "penguin Wearing scarf")]
    [InlineData("kittens in a basket", "cat In basket")]
    [InlineData("猫在椅子上", "cat On chair")]
    [InlineData("椅子上的猫", "cat On chair")]
    [InlineData("树下有一只狗", "dog Under deciduous-tree")]
    [InlineData("骑自行车的熊猫", "panda Riding bicycle")]
    [InlineData("熊猫骑自行车", "panda Riding bicycle")]
    [InlineData("熊猫骑自行车的照片", "panda Riding bicycle")]
    [InlineData("戴着帽子的狗", "dog Wearing top-hat")]
    [InlineData("坐在椅子上的猫", "cat On chair")]
    public void Who_is_where_relative_to_whom_is_found(string prompt, string relation)
    {
        var subjects = Reading.Read(prompt).Subjects;

        var subject = Assert.Single(subjects, one => one.Other >= 0);

        Assert.Equal(relation, $"{subject.Noun} {subject.Relation} {subjects[subject.Other].Noun}");
    }
}
