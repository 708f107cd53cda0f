using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Words;

/// <summary>Changes the meaning of a picture as an edit asks.</summary>
internal static class Amendment
{
    public static Meaning Apply(Meaning meaning, EditWish wish)
    {
        var kept = Kept(meaning.Subjects, wish.Unwanted);
        var subjects = Remove(meaning.Subjects, kept);
        var indexes = Add(subjects, wish);
        var newPlace = wish.Wanted.Place is not null;

        return meaning with
        {
            Subjects = subjects,
            Letterings = [.. Moved(meaning.Letterings, kept.IndexOf), .. Moved(wish.Wanted.Letterings,
                index => indexes[index])],
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

    private static List<int> Kept(IReadOnlyList<MeantSubject> subjects, IReadOnlyList<MeantSubject> unwanted)
        => [.. Enumerable.Range(0, subjects.Count)
            .Where(index => unwanted.All(gone => gone.Noun != subjects[index].Noun))];

    // The words on a removed thing are removed with it.
    private static IEnumerable<Lettering> Moved(IEnumerable<Lettering> letterings, Func<int, int> indexAfter)
        => letterings.Select(one => one.Subject < 0 ? one : one with { Subject = indexAfter(one.Subject) })
            .Zip(letterings, (moved, was) => (moved, was))
            .Where(pair => pair.was.Subject < 0 || pair.moved.Subject >= 0).Select(pair => pair.moved);

    private static List<MeantSubject> Remove(IReadOnlyList<MeantSubject> subjects, List<int> kept)
    {
        return [.. kept.Select(index => subjects[index] with
        {
            Relations = [.. subjects[index].Relations
                .Select(relation => relation with { Other = kept.IndexOf(relation.Other) })
                .Where(relation => relation.Other >= 0)],
        })];
    }

    private static int[] Add(List<MeantSubject> subjects, EditWish wish)
    {
        var before = subjects.Count;
        var indexes = new int[wish.Wanted.Subjects.Count];
        for (var index = 0; index < indexes.Length; index++)
        {
            var wanted = wish.Wanted.Subjects[index];
            // "make the cat black" means the cat in the picture; "another cat" means a new one.
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

        Dress(subjects, before, indexes);

        return indexes;
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
        // A thing is in one place: "put the cat under the tree" takes it off the chair.
        subjects[index] = subjects[index] with { Relations = [new(relation, other)] };
    }

    // "add a red hat to the dog": the dog wears it. Without a name, the first subject with a head does.
    private static void Dress(List<MeantSubject> subjects, int before, int[] indexes)
    {
        for (var index = before; index < subjects.Count; index++)
        {
            if (!IsWorn(subjects[index].Noun) || subjects[index].Relation != Relation.None ||
                subjects.Any(subject => subject.Relations.Any(relation => relation.Other == index)))
            {
                continue;
            }

            var named = indexes.Where(known => known < before && !IsWorn(subjects[known].Noun)).ToList();
            var wearer = named.Count > 0 ? named[0]
                : subjects.FindIndex(0, before, subject => HasHead(subject.Noun));
            if (wearer >= 0)
            {
                subjects[wearer] = subjects[wearer] with
                {
                    Relations = [new(Relation.Wearing, index), .. subjects[wearer].Relations],
                };
            }
        }
    }

    private static bool HasHead(string noun)
        => ArtworkBook.FactsOf(noun) is { Worn: null } and ({ Head: not null } or { Body: not ToyBody.None });

    private static bool IsWorn(string noun)
        => ArtworkBook.FactsOf(noun).Worn is WornAt.Hat or WornAt.Eyes or WornAt.Neck or WornAt.Ears;
}
