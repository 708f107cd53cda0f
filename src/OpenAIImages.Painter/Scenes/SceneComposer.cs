using OpenAIImages.Painter.Words;

namespace OpenAIImages.Painter.Scenes;

/// <summary>Arranges what is meant into a scene.</summary>
internal static class SceneComposer
{
    /// <summary>Composes a scene.</summary>
    /// <param name="meaning">What is meant.</param>
    /// <param name="aspect">The width of the picture over its height.</param>
    /// <param name="seed">Another seed gives another arrangement.</param>
    /// <param name="shapeOf">Gives the width of a drawing over its height.</param>
    public static Scene Compose(Meaning meaning, float aspect, ulong seed, Func<string, float> shapeOf)
    {
        var random = new SeededRandom(seed);
        var place = PlaceChooser.Choose(meaning);
        var scene = new Scene
        {
            Seed = seed,
            Width = Math.Max(1, aspect),
            Height = Math.Max(1, 1 / aspect),
            Place = place,
            PlaceColour = meaning.PlaceColour,
            Time = meaning.Time,
            Weather = meaning.Weather,
            Style = meaning.Style,
            Badge = meaning.Badge,
            Transparent = meaning.Transparent,
            LightFromRight = random.Chance(0.5f),
        };
        scene = scene with { Horizon = scene.Height * (HorizonOf(place) + random.Between(-0.03f, 0.03f)) };
        var arrangement = new Arrangement(scene, meaning.Subjects, random, shapeOf);

        return scene with { Figures = arrangement.Arrange() };
    }

    private static float HorizonOf(Place place) => place switch
    {
        Place.Wall => 0.78f,
        Place.Room => 0.70f,
        Place.Table => 0.62f,
        Place.Studio => 0.64f,
        Place.Underwater => 0.86f,
        Place.Sea => 0.58f,
        Place.Beach => 0.50f,
        _ => 0.56f,
    };
}
