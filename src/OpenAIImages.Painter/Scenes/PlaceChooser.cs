using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Words;

namespace OpenAIImages.Painter.Scenes;

/// <summary>Decides where a scene plays when the prompt leaves it open.</summary>
internal static class PlaceChooser
{
    public static Place Choose(Meaning meaning)
    {
        if (meaning.Place is { } sea && DrawnPlace.Of(sea) == Place.Sea && meaning.Subjects.Count > 0 &&
            StandsOnLand(meaning.Subjects[Ground(meaning)]))
        {
            return Place.Beach; // Nothing walks on water: "a horse by the sea".
        }

        if (meaning.Place is { } place)
        {
            return DrawnPlace.Of(place);
        }

        if (meaning.Subjects.Count == 0)
        {
            return meaning.Weather == Weather.Snowfall ? Place.Snow
                : meaning.Time != TimeOfDay.Day || meaning.Weather == Weather.Rain ? Place.Meadow : Place.Abstract;
        }

        if (meaning.Badge || meaning.Transparent)
        {
            return Place.Studio;
        }

        if (meaning.Weather == Weather.Snowfall)
        {
            return Place.Snow;
        }

        var home = PlaceOf(meaning.Subjects[Ground(meaning)]);
        var ships = meaning.Subjects.Any(subject => ArtworkBook.Get(subject.Noun).Home == Home.Water);

        return home == Place.Underwater && ships ? Place.Sea : home;
    }

    // "an apple on a chair": the chair says where; "a bird above a ship": the ship does.
    private static int Ground(Meaning meaning)
    {
        // A hat that is worn says nothing about the place.
        var index = Enumerable.Range(0, meaning.Subjects.Count)
            .First(one => !RelativePlacement.IsWornOrHeld(meaning.Subjects, one));
        for (var steps = 0; steps < meaning.Subjects.Count; steps++)
        {
            var subject = meaning.Subjects[index];
            if (subject.Other < 0 || subject.Relation is Relation.Wearing or Relation.Holding or Relation.Beside)
            {
                break;
            }

            index = subject.Other;
        }

        return index;
    }

    private static Place PlaceOf(MeantSubject subject) => ArtworkBook.Get(subject.Noun).Home switch
    {
        _ when subject.Pose == Pose.Swimming => Place.Sea,
        Home.Space => Place.Space,
        Home.Water => Place.Sea,
        Home.Sea => Place.Underwater,
        Home.Street => Place.City,
        Home.Room => Place.Room,
        Home.Table => Place.Table,
        Home.Plain => Place.Studio,
        _ => Place.Meadow,
    };

    private static bool StandsOnLand(MeantSubject subject)
        => ArtworkBook.Get(subject.Noun).Home is not (Home.Air or Home.Water or Home.Sea or Home.Space) &&
           subject.Pose is not (Pose.Swimming or Pose.Flying);
}
