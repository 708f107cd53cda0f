using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Scenes.Arrangements;
using OpenAIImages.Painter.Words;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Scenes.Settings;

/// <summary>Chooses the place of a scene when the prompt names none.</summary>
internal static class PlaceChooser
{
    private static readonly HashSet<string> BringsSnow = new(StringComparer.Ordinal)
    {
        "snowman", "snowman-without-snow", "skier", "snowboarder",
    };

    private static readonly HashSet<string> OnSnow = new(StringComparer.Ordinal) { "skis", "sled", "snow-board" };

    /// <summary>Gives the place of a scene.</summary>
    public static Setting Choose(Meaning meaning) => SettingBook.Get(KeyOf(meaning));

    private static string KeyOf(Meaning meaning)
    {
        if (meaning.Place is { } named)
        {
            // A figure that cannot swim stays on the shore: "a horse by the sea".
            return DrawnPlace.Of(named) == Place.Sea && meaning.Subjects.Count > 0 &&
                StandsOnLand(meaning.Subjects[Ground(meaning)]) ? "beach" : named;
        }

        if (meaning.Background is not null || (meaning.Badge || meaning.Transparent) && meaning.Subjects.Count > 0)
        {
            return "studio";
        }

        if (meaning.Subjects.Count == 0 && meaning.Letterings.Count > 0)
        {
            return meaning.Letterings[0].Surface is LetteringSurface.Sign or LetteringSurface.Banner
                ? "street" : "studio";
        }

        var winter = meaning.Weather == Weather.Snowfall || meaning.Season == Season.Winter;
        if (meaning.Subjects.Count == 0)
        {
            return winter ? "snow"
                : meaning.Time != TimeOfDay.Day || meaning.Weather != Weather.Clear || meaning.Season != Season.None
                    ? "meadow" : "abstract";
        }

        if (NeedsSnow(meaning))
        {
            return "snow";
        }

        var home = PlaceOf(meaning.Subjects[Ground(meaning)]);
        if (winter && home is "meadow" || meaning.Weather == Weather.Snowfall && home is not ("sea" or "city"))
        {
            return "snow";
        }

        if (home is "room" or "table" or "studio" && meaning.Subjects.Any(subject => subject.Pose == Pose.Flying))
        {
            return "meadow";
        }

        var ships = meaning.Subjects.Any(subject => ArtworkBook.Get(subject.Noun).Home == Home.Water);

        return home == "underwater" && ships ? "sea" : home;
    }

    // Skiers, riders of sleds and snowmen are in the snow. Skis alone are not.
    private static bool NeedsSnow(Meaning meaning)
        => meaning.Season is Season.None or Season.Winter && meaning.Subjects.Any(subject
            => BringsSnow.Contains(subject.Noun) || subject.Relations.Any(relation => relation.Kind is Relation.Riding
                or Relation.On && OnSnow.Contains(meaning.Subjects[relation.Other].Noun)));

    // "an apple on a chair": the chair decides the place. "a bird above a ship": the ship does.
    private static int Ground(Meaning meaning)
    {
        // A worn hat does not decide the place.
        var index = Enumerable.Range(0, meaning.Subjects.Count)
            .First(one => !Relations.IsWornOrHeld(meaning.Subjects, one));
        for (var steps = 0; steps < meaning.Subjects.Count; steps++)
        {
            if (Relations.PlaceOf(meaning.Subjects[index]) is not { } relation)
            {
                break;
            }

            index = relation.Other;
        }

        return index;
    }

    private static string PlaceOf(MeantSubject subject) => ArtworkBook.Get(subject.Noun).Home switch
    {
        _ when subject.Pose == Pose.Swimming => "sea",
        _ when subject.Pose == Pose.Sleeping && Poses.HasBed(subject.Noun) => "bedroom",
        Home.Space => "space",
        Home.Water => "sea",
        Home.Sea => "underwater",
        Home.Street => "city",
        Home.Room => "room",
        Home.Table => "table",
        Home.Plain => "studio",
        _ => "meadow",
    };

    private static bool StandsOnLand(MeantSubject subject)
        => ArtworkBook.Get(subject.Noun).Home is not (Home.Air or Home.Water or Home.Sea or Home.Space) &&
           subject.Pose is not (Pose.Swimming or Pose.Flying);
}
