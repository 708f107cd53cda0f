using OpenAIImages.Painter.Artworks;

namespace OpenAIImages.Painter.Words;

/// <summary>Changes what a picture means by what an edit wants.</summary>
internal static class Amendment
{
    public static Meaning Apply(Meaning meaning, EditWish wish)
    {
        var subjects = Remove(meaning.Subjects, wish.Unwanted);
        var newPlace = wish.Wanted.Place is not null;

        return meaning with
        {
            Subjects = Add(subjects, wish),
            Place = wish.Wanted.Place ?? meaning.Place,
            PlaceColour = wish.Wanted.PlaceColour ?? (newPlace ? null : meaning.PlaceColour),
            Time = wish.SaysTime ? wish.Wanted.Time : meaning.Time,
            Weather = wish.SaysWeather ? wish.Wanted.Weather : meaning.Weather,
            Style = wish.SaysStyle ? wish.Wanted.Style : meaning.Style,
            Badge = meaning.Badge || wish.Wanted.Badge,
            Transparent = meaning.Transparent || wish.Wanted.Transparent,
            NotUnderstood = wish.Wanted.NotUnderstood,
        };
    }

    private static List<MeantSubject> Remove(IReadOnlyList<MeantSubject> subjects, IReadOnlyList<MeantSubject> unwanted)
    {
        var kept = Enumerable.Range(0, subjects.Count)
            .Where(index => unwanted.All(gone => gone.Noun != subjects[index].Noun)).ToList();

        return [.. kept.Select(index => subjects[index] with
        {
            Relations = [.. subjects[index].Relations
                .Select(relation => relation with { Other = kept.IndexOf(relation.Other) })
                .Where(relation => relation.Other >= 0)],
        })];
    }

    private static List<MeantSubject> Add(List<MeantSubject> subjects, EditWish wish)
    {
        var before = subjects.Count;
        var indexes = new int[wish.Wanted.Subjects.Count];
        for (var index = 0; index < indexes.Length; index++)
        {
            var wanted = wish.Wanted.Subjects[index];
            // "make the cat black" speaks of the cat that is there; "another cat" does not.
            var known = wish.More ? -1 : subjects.FindIndex(subject => subject.Noun == wanted.Noun);
            indexes[index] = known >= 0 ? known : subjects.Count;
            if (known < 0)
            {
                subjects.Add(wanted with { Relations = [] });
            }
            else if (known < before)
            {
                subjects[known] = Update(subjects[known], wanted);
            }
        }

        for (var index = 0; index < indexes.Length; index++)
        {
            var wanted = wish.Wanted.Subjects[index];
            foreach (var (kind, other) in wanted.Relations)
            {
                Relate(subjects, indexes[index], kind, indexes[other]);
            }
        }

        Dress(subjects, before);

        return subjects;
    }

    private static MeantSubject Update(MeantSubject known, MeantSubject wanted) => known with
    {
        Colours = wanted.Colours.Count > 0 ? wanted.Colours : known.Colours,
        Count = wanted.Count > 1 ? wanted.Count : known.Count,
        Scale = known.Scale * wanted.Scale,
        Pose = wanted.Pose == Pose.None ? known.Pose : wanted.Pose,
    };

    private static void Relate(List<MeantSubject> subjects, int index, Relation relation, int other)
    {
        if (index == other)
        {
            return;
        }

        // "put a hat on the cat": the cat wears it.
        (index, relation, other) = relation == Relation.On && IsWorn(subjects[index].Noun)
            ? (other, Relation.Wearing, index) : (index, relation, other);
        // One thing is at one place: "put the cat under the tree" ends its being on the chair.
        subjects[index] = subjects[index] with { Relations = [new(relation, other)] };
    }

    // "add a red hat": whoever was there first wears it.
    private static void Dress(List<MeantSubject> subjects, int before)
    {
        for (var index = before; index < subjects.Count; index++)
        {
            if (!IsWorn(subjects[index].Noun) || subjects[index].Relation != Relation.None ||
                subjects.Any(subject => subject.Other == index))
            {
                continue;
            }

            var wearer = subjects.FindIndex(0, before, subject => subject.Relation == Relation.None &&
                !IsWorn(subject.Noun));
            if (wearer >= 0)
            {
                subjects[wearer] = subjects[wearer] with { Relations = [new(Relation.Wearing, index)] };
            }
        }
    }

    private static bool IsWorn(string noun)
        => ArtworkBook.FactsOf(noun).Worn is WornAt.Hat or WornAt.Eyes or WornAt.Neck or WornAt.Ears;
}
