using System.Text.Json;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Tests.Support;
using OpenAIImages.Painter.Words;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Tests.Scenes;

public sealed class SceneTests
{
    [Fact]
    public void Three_birds_fly_above_the_sea()
    {
        var scene = Reading.Compose("three blue birds over the sea at sunset, watercolor");

        Assert.Equal(Place.Sea, scene.Place);
        Assert.Equal(3, scene.Figures.Count(figure
            => figure is { Drawing: "flying-bird", Colour: ColourName.Blue, Airborne: true }));
        Assert.All(scene.Figures, figure => Assert.InRange(figure.Y, 0, scene.Horizon));
    }

    [Theory]
    [InlineData("five cats", 1_024, 1_024)]
    [InlineData("十只狗", 1_536, 1_024)]
    [InlineData("a whale and a ship", 1_024, 1_536)]
    [InlineData("an elephant", 512, 2_048)]
    public void Every_figure_stands_inside_the_picture(string prompt, int width, int height)
    {
        var scene = Reading.Compose(prompt, width: width, height: height);

        Assert.All(scene.Figures, figure =>
        {
            Assert.InRange(figure.X, 0, scene.Width);
            Assert.InRange(figure.Y, 0, scene.Height);
            Assert.InRange(figure.Y - figure.Height, -0.001f, scene.Height);
        });
    }

    [Fact]
    public void A_figure_on_a_chair_sits_above_its_feet_and_in_front_of_it()
    {
        var scene = Reading.Compose("a cat on a chair");

        var cat = scene.Figures.Single(figure => figure.Drawing == "cat");
        var chair = scene.Figures.Single(figure => figure.Drawing == "chair");

        Assert.InRange(cat.Y, chair.Y - chair.Height, chair.Y - chair.Height * 0.3f);
        Assert.True(cat.Depth > chair.Depth);
    }

    [Fact]
    public void The_noun_after_de_rides_and_not_the_noun_before_it()
    {
        var subjects = Reading.Read("城堡前的公主和骑马的王子").Subjects;

        Assert.Equal(Relation.Before, subjects.Single(subject => subject.Noun == "princess").Relation);
        Assert.Equal(Relation.Riding, subjects.Single(subject => subject.Noun == "prince").Relation);
    }

    [Fact]
    public void A_figure_that_flies_above_a_thing_flies_and_the_thing_does_not()
    {
        var subjects = Reading.Read("三只鸟在房子上方飞翔").Subjects;

        Assert.Equal([Pose.Flying, Pose.None], subjects.Select(subject => subject.Pose));
    }

    [Fact]
    public void A_child_is_smaller_than_its_father()
        => Assert.True(Reading.Compose("a boy").Figures[0].Height < Reading.Compose("a father").Figures[0].Height);

    [Fact]
    public void An_octopus_beside_a_ship_swims_in_the_sea()
        => Assert.Equal(Place.Sea, Reading.Compose("an octopus and a ship").Place);

    [Fact]
    public void Another_variant_is_another_arrangement()
        => Assert.NotEqual(
            Reading.Compose("a cat in a meadow").Figures[0],
                Reading.Compose("a cat in a meadow", variant: 1).Figures[0]);

    [Fact]
    public void A_small_thing_is_drawn_smaller_and_a_big_one_bigger()
    {
        static float HeightOf(string prompt) => Reading.Compose(prompt).Figures[0].Height;

        Assert.True(HeightOf("a small cat") < HeightOf("a cat"));
        Assert.True(HeightOf("a big cat") > HeightOf("a cat"));
    }

    [Fact]
    public void Several_figures_take_the_colours_in_turn()
        => Assert.Equal(
            [ColourName.Red, ColourName.Yellow, ColourName.Green],
            Reading.Compose("red, yellow and green balloons").Figures.Select(figure => figure.Colour!.Value).Order());

    [Theory]
    [InlineData("a cat on a dog on a cat")]
    [InlineData("a hat wearing a hat")]
    [InlineData("an apple in a box in a basket on a chair under a tree behind a house")]
    [InlineData("a dog holding a cat holding a mouse")]
    public void Every_figure_in_a_chain_of_relations_is_drawn(string prompt)
    {
        var scene = Reading.Compose(prompt);

        Assert.Equal(Reading.Read(prompt).Subjects.Count, scene.Figures.Count);
    }

    [Fact]
    public void A_scene_is_a_value_that_can_be_stored()
    {
        var scene = Reading.Compose("two dogs in the snow at night");

        var restored = JsonSerializer.Deserialize<Scene>(JsonSerializer.Serialize(scene))!;

        Assert.Equal(scene.Figures, restored.Figures);
        Assert.Equal(scene.Props, restored.Props);
        Assert.Equal(scene, restored with { Figures = scene.Figures, Props = scene.Props, Writings = scene.Writings });
    }
}
