using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Grading;

/// <summary>Compares the meaning that the painter read with the items that the prompt must show.</summary>
internal sealed class Grader(Concepts concepts, Meaning meaning)
{
    private const int ManyColours = 4;
    private readonly Grade _grade = new();
    private readonly HashSet<int> _taken = [];

    public Grade Grade(ExpectedPrompt expected)
    {
        // "1 ice or place snow": one of the ways is enough.
        var ways = expected.Items.Select(item => Array.Find(item, Holds) ?? item[0]).ToList();
        var objects = ways.Where(way => ExpectedObject.Parse(way) is not null).ToList();
        foreach (var way in objects)
        {
            GradeObject(way, ExpectedObject.Parse(way)!);
        }

        for (var index = 0; index < meaning.Subjects.Count; index++)
        {
            // Watering flowers needs a can: the tool that an act needs is no wrong object.
            var isNeeded = meaning.Parts.Any(part => part.Kind == WordKind.Activity &&
                part.Value.EndsWith(":" + meaning.Subjects[index].Noun, StringComparison.Ordinal));
            if (!_taken.Contains(index) && !isNeeded)
            {
                _grade.AddWrongObject($"{meaning.Subjects[index].Noun} ({meaning.Subjects[index].Word})");
            }
        }

        var circumstances = new CircumstanceGrader(concepts, meaning, _grade);
        foreach (var way in ways.Except(objects))
        {
            if (!circumstances.Grade(way))
            {
                _grade.Ask(Slot.Relation, IsRelated(way) || IsAtPlace(way, expected.Items), way);
            }
        }

        circumstances.GradeExtras(expected.Items);

        return _grade;
    }

    private bool Holds(string way)
    {
        var trial = new Grade();

        return ExpectedObject.Parse(way) is { } one ? Find(one) >= 0
            : new CircumstanceGrader(concepts, meaning, trial).Grade(way) ? trial.AllRight : IsRelated(way);
    }

    private void GradeObject(string item, ExpectedObject expected)
    {
        var index = Find(expected);
        if (index < 0)
        {
            _grade.Ask(
                Slot.Object, IsWritten(expected) || IsIncluded(expected) || IsInSky(expected), $"{item} is missing");

            return;
        }

        _taken.Add(index);
        var subject = meaning.Subjects[index];
        _grade.Ask(Slot.Object, right: true, "");
        if (expected.Counts is not ["1"] || subject.Count != 1)
        {
            _grade.Ask(Slot.Count, HasCount(expected, subject), $"{subject.Count} for {item}");
        }

        // The drawing red-apple is red although no colour is set.
        var colours = subject.Colours.Count == 0 && expected.Colours.Any(colour
            => subject.Noun.StartsWith($"{colour}-", StringComparison.OrdinalIgnoreCase) ||
                concepts.IsNaturally(subject.Noun, $"{colour}".ToLowerInvariant()))
            ? expected.Colours : subject.Colours;
        // "colourful blocks": the grammar has no word for each in another colour.
        var isColourful = expected.Colours.Count == 0 && colours.Count > ManyColours;
        if ((expected.Colours.Count > 0 || colours.Count > 0) && !isColourful)
        {
            _grade.Ask(Slot.Colour, expected.HasColours(colours), $"{string.Join(' ', colours)} for {item}");
        }

        if (expected.Material != Material.None || subject.Material != Material.None)
        {
            // The drawing wood-cabin is of wood although no material is set.
            var ofDrawing = subject.Noun.StartsWith($"{expected.Material}-", StringComparison.OrdinalIgnoreCase) ||
                concepts.IsNaturally(subject.Noun, $"{expected.Material}".ToLowerInvariant());
            _grade.Ask(
                Slot.Material, expected.Material == subject.Material || ofDrawing, $"{subject.Material} for {item}");
        }

        if (expected.Pose != Pose.None)
        {
            _grade.Ask(Slot.Pose, expected.Pose == subject.Pose, $"{subject.Pose} for {item}");
        }

        if (expected.Side != Side.None || subject.Side != Side.None)
        {
            _grade.Ask(Slot.Side, expected.Side == subject.Side, $"{subject.Side} for {item}");
        }
    }

    private int Find(ExpectedObject expected)
    {
        var fitting = Enumerable.Range(0, meaning.Subjects.Count)
            .Where(index => !_taken.Contains(index) && Shows(meaning.Subjects[index], expected.Things));

        return fitting.OrderByDescending(index => expected.HasColours(meaning.Subjects[index].Colours))
            .FirstOrDefault(-1);
    }

    // The drawing of a pair shows two, and that of a stack of books several.
    private bool HasCount(ExpectedObject expected, MeantSubject subject) => expected.HasCount(subject.Count) ||
        Vocabulary.Instance.IsOf("pair", subject.Noun) && expected.HasCount(subject.Count * 2) ||
        concepts.ShowsSeveral(subject.Noun) && expected.HasCount(int.MaxValue);

    // A sign is drawn together with its words, so it need not be a subject.
    private bool IsWritten(ExpectedObject expected) => meaning.Letterings.Any(
        lettering => expected.Things.Any(thing => Bears(thing, lettering.Surface)));

    private static bool Bears(string thing, LetteringSurface surface) => surface switch
    {
        LetteringSurface.Sign => thing is "sign" or "wooden-sign" or "shop-sign" or "signboard",
        LetteringSurface.Neon => thing is "sign" or "neon-sign",
        LetteringSurface.Board => thing is "blackboard" or "chalkboard" or "whiteboard" or "board",
        LetteringSurface.Card => thing is "card" or "sticky-note" or "note" or "valentine-card"
            or "greeting-card" or "birthday-card" or "postcard" or "invitation",
        LetteringSurface.Picture or LetteringSurface.Subject => false,
        _ => string.Equals(thing, $"{surface}", StringComparison.OrdinalIgnoreCase),
    };

    // A soup is drawn with its bowl, and a bottle of oil is one drawing for "1 bottle; 1 oil".
    private bool IsIncluded(ExpectedObject expected) => expected.Colours.Count == 0 && meaning.Subjects.Any(
        subject => expected.Things.Any(thing => concepts.Includes(subject.Noun, thing) ||
            subject.Word == thing.Replace('-', ' ')));

    // The sky of a night has a moon and stars where the prompt names them.
    private bool IsInSky(ExpectedObject expected) => expected.Things.Any(IsInSky);

    private bool IsInSky(string thing) => meaning.Parts.Any(part => thing switch
    {
        "moon" or "full-moon" or "crescent-moon" or "crescent" => part is { Kind: WordKind.Light, Value: "moon" },
        "sun" => part is { Kind: WordKind.Light, Value: "sun" },
        "star" => meaning.Time == TimeOfDay.Night && part.Text.Contains("star", StringComparison.Ordinal),
        _ => false,
    });

    private bool Shows(MeantSubject subject, IEnumerable<string> things)
        => things.Any(thing => concepts.Shows(subject.Noun, thing));

    private bool IsRelated(string item)
    {
        var words = item.Split(' ');
        var kinds = words[1].Split('|')
            .Select(word => Enum.Parse<Relation>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true));

        return kinds.Any(kind => Related(words[0], kind, words[2]) || IsServed(words[0], kind, words[2]) ||
            Inverse(kind) is { } inverse && Related(words[2], inverse, words[0]) ||
            kind == Relation.Under && words[2].Split('|').Any(IsInSky));
    }

    // "cup on table" where the table is the place of the whole picture.
    private bool IsAtPlace(string item, IReadOnlyList<string[]> items)
    {
        var words = item.Split(' ');
        var things = words[2].Split('|');

        return words[1].Split('|').Any(kind => kind is "on" or "in" or "against") &&
            meaning.Subjects.Any(subject => Shows(subject, words[0].Split('|'))) &&
            items.Any(ways => ways.Any(
                way => ExpectedObject.Parse(way) is { } one && one.Things.Any(things.Contains)) &&
                ways.Any(way => way.StartsWith("place ", StringComparison.Ordinal) && Holds(way)));
    }

    private bool IsServed(string one, Relation kind, string other) => kind is Relation.In or Relation.On &&
        meaning.Subjects.Any(subject => Shows(subject, one.Split('|')) &&
            other.Split('|').Any(thing => concepts.Includes(subject.Noun, thing)));

    private bool Related(string one, Relation kind, string other) => meaning.Subjects
        .Where(subject => Shows(subject, one.Split('|')))
        .Any(subject => subject.Relations.Any(
            // A rider of a swing is on it, and a rider of a boat is in it.
            relation => (relation.Kind == kind ||
                relation.Kind == Relation.Riding && kind is Relation.On or Relation.In) &&
                other.Split('|').Any(thing => concepts.Shows(meaning.Subjects[relation.Other].Noun, thing) ||
                    concepts.Includes(meaning.Subjects[relation.Other].Noun, thing))) ||
            kind == Relation.LeftOf && subject.Side == Side.Left && meaning.Subjects.Any(
                right => right.Side == Side.Right && Shows(right, other.Split('|'))));

    private static Relation? Inverse(Relation kind) => kind switch
    {
        Relation.LeftOf => Relation.RightOf,
        Relation.RightOf => Relation.LeftOf,
        Relation.Under => Relation.Above,
        Relation.Above => Relation.Under,
        Relation.Behind => Relation.Before,
        Relation.Before => Relation.Behind,
        Relation.Beside or Relation.Hugging or Relation.HoldingHands => kind,
        _ => null,
    };
}
