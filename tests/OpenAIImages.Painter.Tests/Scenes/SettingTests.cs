using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Drawing.Sprites;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Scenes.Settings;
using OpenAIImages.Painter.Tests.Support;
using OpenAIImages.Painter.Words;
using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Tokens;
using SkiaSharp;

namespace OpenAIImages.Painter.Tests.Scenes;

public sealed class SettingTests
{
    [Fact]
    public void Each_thing_that_belongs_to_a_place_has_a_drawing()
    {
        var names = ArtworkBook.Names.ToHashSet(StringComparer.Ordinal);

        Assert.All(SettingBook.All.SelectMany(setting => setting.Props), prop => Assert.Contains(prop.Drawing, names));
    }

    [Fact]
    public void Every_colour_of_a_place_can_be_parsed()
        => Assert.All(
            SettingBook.All.SelectMany(setting => setting.Colours.Values),
            colour => Assert.True(SKColor.TryParse(colour, out _), colour));

    [Fact]
    public void Every_backdrop_has_a_place_with_its_name()
        => Assert.All(
            Enum.GetValues<Place>().Except([Place.Anywhere]),
            place => Assert.Equal(place, DrawnPlace.Of(DrawnPlace.NameOf(place))));

    [Fact]
    public void Every_place_of_the_vocabulary_is_described()
    {
        var described = SettingBook.All.Select(setting => setting.Key).ToHashSet(StringComparer.Ordinal);
        var named = Vocabulary.Instance.Words.SelectMany(word => Vocabulary.Instance.Find(word)!)
            .Where(meaning => meaning.Kind == WordKind.Place).Select(meaning => meaning.Value).Distinct();

        Assert.All(named, place => Assert.Contains(place, described));
    }

    [Fact]
    public void A_place_that_is_not_described_is_a_meadow() => Assert.Equal("meadow", SettingBook.Get("atlantis").Key);

    [Fact]
    public void Things_of_the_place_stand_behind_the_subjects()
    {
        var scene = ComposeIn("kitchen", "a dog");

        Assert.NotEmpty(scene.Props);
        Assert.All(scene.Props, prop => Assert.True(prop.Depth < scene.Figures[0].Depth));
    }

    [Fact]
    public void An_unwanted_thing_does_not_come_with_its_place()
    {
        var props = SettingBook.Get("beach").Props.Select(prop => prop.Drawing).ToList();
        var meaning = new Meaning
        {
            Place = "beach",
            Unwanted = [.. props.Select(name => new MeantSubject(name, name, 1, [], 1))],
        };

        Assert.Empty(SceneComposer.Compose(meaning, 1, 1, ArtworkShape.AspectOf).Props);
    }

    private static Scene ComposeIn(string place, string prompt)
        => SceneComposer.Compose(Reading.Read(prompt) with { Place = place }, 1, 1, ArtworkShape.AspectOf);
}
