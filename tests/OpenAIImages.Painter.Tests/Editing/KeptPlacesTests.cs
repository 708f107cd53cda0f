using OpenAIImages.Painter.Editing;
using OpenAIImages.Painter.Editing.Recipes;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Tests.Support;
using OpenAIImages.Painter.Words.Meanings;
using SkiaSharp;

namespace OpenAIImages.Painter.Tests.Editing;

public sealed class KeptPlacesTests
{
    private const string Prompt = "a dog in front of a house and a tree in a meadow";

    [Theory]
    [InlineData("remove the dog")]
    [InlineData("去掉狗")]
    [InlineData("add three butterflies")]
    [InlineData("add a red hat to the dog")]
    [InlineData("replace the dog with a cat")]
    [InlineData("make it night")]
    [InlineData("make the dog black")]
    [InlineData("watercolor")]
    public void A_figure_that_the_edit_does_not_name_stays_in_its_place(string wish)
    {
        var before = Compose(Prompt);

        var after = Compose(Prompt, wish);

        foreach (var drawing in new[] { "house", "deciduous-tree" })
        {
            Assert.Equal(Spot(before, drawing), Spot(after, drawing));
        }

        Assert.Equal(before.Horizon, after.Horizon);
    }

    [Fact]
    public void A_removed_figure_is_gone()
        => Assert.DoesNotContain(Compose(Prompt, "remove the dog").Figures, figure => figure.Drawing == "dog");

    [Fact]
    public void Removing_a_thing_changes_only_the_pixels_around_it()
    {
        var before = Painting.Look(Prompt);
        var file = Painting.Paint(new PictureRequest(Prompt) { Width = Painting.Side, Height = Painting.Side });

        var after = Painting.Decode(new PicturePainter().Edit(
            new PictureEdit(
                new PictureRequest("remove the dog") { Width = Painting.Side, Height = Painting.Side }, [file.Bytes]),
            TestContext.Current.CancellationToken));

        var dog = SubjectFitting.Bounds(Compose(Prompt).Figures.Single(figure => figure.Drawing == "dog"));
        // The shadow of the dog and the grass before its feet lie outside its own box.
        var area = SKRect.Inflate(dog, dog.Width, dog.Height * 0.3f);
        var changed = Enumerable.Range(0, Painting.Side * Painting.Side).Where(index =>
            before.GetPixel(index % Painting.Side, index / Painting.Side) !=
            after.GetPixel(index % Painting.Side, index / Painting.Side)).ToList();
        Assert.NotEmpty(changed);
        Assert.All(changed, index => Assert.True(area.Contains(
            index % Painting.Side / (float)Painting.Side, index / Painting.Side / (float)Painting.Side)));
    }

    [Fact]
    public void A_hat_for_the_dog_sits_on_the_dog()
    {
        var scene = Compose(Prompt, "add a red hat to the dog");

        var dog = SubjectFitting.Bounds(scene.Figures.Single(figure => figure.Drawing == "dog"));
        var hat = SubjectFitting.Bounds(scene.Figures.Single(figure => figure.Drawing == "top-hat"));
        Assert.InRange(hat.MidX, dog.Left, dog.Right);
        Assert.InRange(hat.Bottom, dog.Top, dog.MidY);
        Assert.True(hat.Width < dog.Width);
    }

    [Fact]
    public void A_hat_without_a_named_wearer_sits_on_the_figure_with_a_head()
    {
        var scene = Compose("a house and a dog in a meadow", "add a hat");

        var dog = SubjectFitting.Bounds(scene.Figures.Single(figure => figure.Drawing == "dog"));
        var hat = scene.Figures.Single(figure => figure.Drawing == "top-hat");
        Assert.InRange(hat.X, dog.Left, dog.Right);
    }

    [Fact]
    public void A_replacement_stands_in_the_place_of_the_replaced_figure()
    {
        var dog = Compose(Prompt).Figures.Single(figure => figure.Drawing == "dog");

        var cat = Compose(Prompt, "replace the dog with a cat").Figures
            .Single(figure => figure.Drawing is "cat" or "cat-front");

        Assert.Equal(dog.Y, cat.Y);
        Assert.InRange(cat.X, dog.X - 0.12f, dog.X + 0.12f);
        Assert.InRange(cat.Height / dog.Height, 0.45f, 1.65f);
    }

    [Fact]
    public void Several_edits_change_a_picture_one_after_the_other()
    {
        var before = Compose(Prompt);

        var after = Compose(Prompt, "remove the dog", "add a cow", "make it night", "remove the cow");

        Assert.Equal(Spot(before, "house"), Spot(after, "house"));
        Assert.Equal(["deciduous-tree", "house"], after.Figures.Select(figure => figure.Drawing).Order());
        Assert.Equal(TimeOfDay.Night, after.Time);
    }

    [Fact]
    public void A_red_hat_is_red()
    {
        using var bitmap = Painting.Look("a red hat", transparent: true);

        Assert.InRange(Painting.Share(bitmap, pixel => pixel.Alpha > 200 && pixel.Red > pixel.Blue + 60), 0.06, 1);
    }

    private static (float, float, float, bool) Spot(Scene scene, string drawing)
    {
        var figure = scene.Figures.Single(one => one.Drawing == drawing);

        return (figure.X, figure.Y, figure.Height, figure.Flip);
    }

    private static Scene Compose(params string[] words)
    {
        var recipe = new Recipe(words, 0, false);

        return OwnPicture.Compose(recipe, recipe.Read(), new WorkingSize(160, 160));
    }
}
