using OpenAIImages.Painter.Scenes.Arrangements;
using OpenAIImages.Painter.Scenes.Settings;
using OpenAIImages.Painter.Words;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Scenes;

/// <summary>Composes a scene from a meaning.</summary>
internal static class SceneComposer
{
    /// <summary>The largest number of figures in a scene; the description counts the rest as not drawn.</summary>
    public const int MostFigures = 500;

    /// <summary>Composes a scene.</summary>
    /// <param name="meaning">The meaning.</param>
    /// <param name="aspect">The width of the picture over its height.</param>
    /// <param name="seed">The seed of the arrangement; another seed gives another arrangement.</param>
    /// <param name="shapeOf">Gives the width of a drawing over its height.</param>
    /// <param name="variant">The number of the variant; neighbours are composed differently.</param>
    public static Scene Compose(
        Meaning meaning, float aspect, ulong seed, Func<string, float> shapeOf, int variant = 0)
    {
        var random = new SeededRandom(seed);
        var setting = PlaceChooser.Choose(meaning);
        var place = setting.Backdrop;
        var prompt = seed - (ulong)variant * SeededRandom.VariantStep;
        var composition = Composition.Of(prompt, variant);
        var (subjects, notDrawn) = Limit(meaning.Subjects);
        var scene = new Scene
        {
            Seed = seed,
            Width = Math.Max(1, aspect),
            Height = Math.Max(1, 1 / aspect),
            Place = place,
            Setting = setting.Key,
            PlaceIsNamed = meaning.Place is not null && place is not (Place.Studio or Place.Wall or Place.Table),
            PlaceColour = meaning.PlaceColour ?? (place == Place.Studio || meaning.Badge ? meaning.Background : null),
            Time = meaning.Time,
            Weather = meaning.Weather,
            Season = meaning.Season,
            Style = meaning.Style,
            Badge = meaning.Badge,
            Transparent = meaning.Transparent,
            LightFromRight = composition.LightFromRight,
            Hour = composition.Hour,
            Look = composition.Look,
            NotDrawn = notDrawn,
        };
        var shift = HasHorizon(place) ? composition.HorizonShift : composition.HorizonShift * 0.4f;
        scene = scene with
        {
            Horizon = scene.Height * (HorizonOf(place) + shift + random.Between(-0.015f, 0.015f)),
        };
        var arrangement = new Arrangement(scene, composition, Carriers.Place(subjects), random, shapeOf);
        scene = scene with { Figures = arrangement.Arrange() };

        return scene.Badge || scene.Transparent ? scene : scene with
        {
            Props = PropPlacement.Place(
                scene, setting, meaning.Unwanted.Select(subject => subject.Noun), random, shapeOf),
        };
    }

    // Subjects are drawn in their order. A group beyond the limit is drawn in part.
    private static (IReadOnlyList<MeantSubject> Drawn, int NotDrawn) Limit(IReadOnlyList<MeantSubject> subjects)
    {
        var wanted = subjects.Sum(subject => (long)subject.Count);
        if (wanted <= MostFigures)
        {
            return (subjects, 0);
        }

        var drawn = new List<MeantSubject>();
        var room = MostFigures;
        foreach (var subject in subjects.Take(MostFigures))
        {
            if (room > 0)
            {
                drawn.Add(subject with { Count = Math.Min(subject.Count, room) });
                room -= drawn[^1].Count;
            }
        }

        return ([.. drawn.Select(subject => subject with
        {
            Relations = [.. subject.Relations.Where(relation => relation.Other < drawn.Count)],
        })], (int)Math.Min(int.MaxValue, wanted - MostFigures + room));
    }

    private static bool HasHorizon(Place place) => place is not (Place.Room or Place.Table or Place.Wall or Place.Studio
        or Place.Stage or Place.Underwater);

    private static float HorizonOf(Place place) => place switch
    {
        Place.Wall => 0.78f,
        Place.Room or Place.Stage => 0.70f,
        Place.Table => 0.62f,
        Place.Studio => 0.64f,
        Place.Underwater => 0.86f,
        Place.Sea => 0.58f,
        Place.Beach or Place.Lake => 0.48f,
        Place.River => 0.5f,
        _ => 0.56f,
    };
}
