using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Grading;

/// <summary>Compares the meaning that the painter read with the items that the prompt must show.</summary>
internal sealed class Grader(Concepts concepts, Meaning meaning)
{
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
            if (!_taken.Contains(index))
            {
                _grade.AddWrongObject($"{meaning.Subjects[index].Noun} ({meaning.Subjects[index].Word})");
            }
        }

        var circumstances = new CircumstanceGrader(concepts, meaning, _grade);
        foreach (var way in ways.Except(objects))
        {
            if (!circumstances.Grade(way))
            {
                _grade.Ask(Slot.Relation, IsRelated(way), way);
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
            _grade.Ask(Slot.Object, IsWritten(expected), $"{item} is missing");

            return;
        }

        _taken.Add(index);
        var subject = meaning.Subjects[index];
        _grade.Ask(Slot.Object, right: true, "");
        if (expected.Counts is not ["1"] || subject.Count != 1)
        {
            _grade.Ask(Slot.Count, expected.HasCount(subject.Count), $"{subject.Count} for {item}");
        }

        // The drawing red-apple is red although no colour is set.
        var colours = subject.Colours.Count == 0 && expected.Colours.Any(colour
            => subject.Noun.StartsWith($"{colour}-", StringComparison.OrdinalIgnoreCase))
            ? expected.Colours : subject.Colours;
        if (expected.Colours.Count > 0 || colours.Count > 0)
        {
            _grade.Ask(Slot.Colour, expected.HasColours(colours), $"{string.Join(' ', colours)} for {item}");
        }

        if (expected.Material != Material.None || subject.Material != Material.None)
        {
            // The drawing wood-cabin is of wood although no material is set.
            var ofDrawing = subject.Noun.StartsWith($"{expected.Material}-", StringComparison.OrdinalIgnoreCase);
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

    // A sign is drawn together with its words, so it need not be a subject.
    private bool IsWritten(ExpectedObject expected) => meaning.Letterings.Any(lettering
        => expected.Things.Contains("sign") && lettering.Surface is LetteringSurface.Sign or LetteringSurface.Neon ||
            expected.Things.Contains("blackboard") && lettering.Surface == LetteringSurface.Board);

    private bool Shows(MeantSubject subject, IEnumerable<string> things)
        => things.Any(thing => concepts.Shows(subject.Noun, thing));

    private bool IsRelated(string item)
    {
        var words = item.Split(' ');
        var kinds = words[1].Split('|')
            .Select(word => Enum.Parse<Relation>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true));

        return kinds.Any(kind => Related(words[0], kind, words[2]) ||
            Inverse(kind) is { } inverse && Related(words[2], inverse, words[0]));
    }

    private bool Related(string one, Relation kind, string other) => meaning.Subjects
        .Where(subject => Shows(subject, one.Split('|')))
        .Any(subject => subject.Relations.Any(
            relation => relation.Kind == kind && Shows(meaning.Subjects[relation.Other], other.Split('|'))));

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
