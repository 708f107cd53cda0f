namespace OpenAIImages.Painter.Words;

/// <summary>What has been read so far of one prompt, and what still waits for the noun it belongs to.</summary>
internal sealed class ReadingNotes
{
    private const int MostOfOne = 24;
    private const float ChildScale = 0.78f;

    private static readonly ColourName[] Rainbow =
        [ColourName.Red, ColourName.Yellow, ColourName.Blue, ColourName.Green, ColourName.Purple, ColourName.Orange];

    private readonly List<MeantSubject> _subjects = [];
    private readonly List<ColourName> _colours = [];
    private string? _place;
    private ColourName? _placeColour;
    private int? _count;
    private float _scale = 1;
    private Pose _pose;
    private Relation _relation;
    private int _relationFrom = -1;
    private int _waitingAt = -1;
    private (Relation Relation, int Other) _forNext = (Relation.None, -1);
    private int _passedOnFrom = -1;
    private bool _lastWasPlace;
    private bool _describeLast;
    private bool _badge;
    private bool _transparent;

    public TimeOfDay Time { get; set; }

    public Weather Weather { get; set; }

    public PaintStyle Style { get; set; }

    public bool Colourful { get; set; }

    public List<string> NotUnderstood { get; } = [];

    public void AddSubject(Token token)
    {
        var count = Math.Clamp(_count ?? (token.Plural ? 3 : 1), 1, MostOfOne);
        var scale = _scale * (token.Is(WordKind.Young) ? ChildScale : 1);
        var subject = new MeantSubject(token.As(WordKind.Noun)!, token.Text, count, ColoursOf(count), scale)
        {
            Pose = _pose,
        };
        var index = _subjects.Count;
        if (_forNext.Relation != Relation.None)
        {
            subject = subject with { Relations = [new(_forNext.Relation, _forNext.Other)] };
            _forNext = (Relation.None, -1);
        }

        _subjects.Add(subject);
        Relate(index);
        (_count, _scale, _pose, _lastWasPlace, _describeLast) = (null, 1, Pose.None, false, false);
        _colours.Clear();
        Colourful = false;
    }

    public void AddColour(ColourName colour)
    {
        if (_describeLast && _subjects.Count > 0 && _subjects[^1].Colours.Count == 0)
        {
            _subjects[^1] = _subjects[^1] with { Colours = [colour] };
            _describeLast = false;

            return;
        }

        _colours.Add(colour);
    }

    public void SetCount(int count)
    {
        // "a" after "three" belongs to a phrase such as "a lot of"; the larger number was meant.
        _count = count;
        _describeLast = false;
    }

    public void SetSize(bool small) => _scale = small ? 0.68f : 1.32f;

    public void SetPlace(string place)
    {
        // "a cat on the grass by the sea": where it stands was said first. A wall is what things lean on.
        if (_place is null || place == PlaceKeys.Wall && _place != PlaceKeys.Wall)
        {
            _place = place;
            _placeColour = _colours.Count > 0 ? _colours[^1] : null;
        }

        _colours.Clear();
        (_count, _relation, _waitingAt, _scale, _lastWasPlace) = (null, Relation.None, -1, 1, true);
    }

    public void SetLight(string light)
    {
        if (light == "sun")
        {
            return;
        }

        Time = TimeOfDay.Night;
        (_count, _relation, _waitingAt, _lastWasPlace) = (null, Relation.None, -1, true);
        _colours.Clear();
    }

    public void SetForm(string form)
    {
        _badge |= form == "badge";
        _transparent |= form == "transparent";
    }

    public void SetPose(Pose pose, bool before)
    {
        if (before || _subjects.Count == 0)
        {
            _pose = pose;

            return;
        }

        // 三只鸟在房子上方飞翔: the birds fly, not the house.
        var last = _subjects.Count - 1;
        var doer = _subjects.FindIndex(subject => subject.Other == last);
        doer = doer >= 0 ? doer : last;
        _subjects[doer] = _subjects[doer] with { Pose = pose };
    }

    public void SetRelation(Relation relation)
    {
        _lastWasPlace = false;
        _relation = relation;
        _relationFrom = _subjects.Count - 1;
        // 骑自行车的熊猫: who rides comes after what is ridden.
        if (relation is Relation.Riding or Relation.Wearing or Relation.Holding && _count is not null)
        {
            _relationFrom = -1;
        }
    }

    public void SetRelationAfter(Relation relation)
    {
        if (_lastWasPlace || _subjects.Count == 0)
        {
            _lastWasPlace = false;

            return;
        }

        var last = _subjects.Count - 1;
        if (_waitingAt >= 0 && _waitingAt < last)
        {
            _subjects[_waitingAt] = _subjects[_waitingAt] with { Relations = [new(relation, last)] };
            _waitingAt = -1;

            return;
        }

        _forNext = (relation, last);
    }

    public void StandAt()
    {
        _lastWasPlace = false;
        _waitingAt = _subjects.Count - 1;
        // 小鸟在飞: what follows is done by the one before.
    }

    public void DescribeNext()
    {
        // 公主和骑马的王子: not the princess rides but the one after 的.
        var last = _subjects.Count - 1;
        var doer = _subjects.FindIndex(subject => subject.Other == last &&
            subject.Relation is Relation.Riding or Relation.Wearing or Relation.Holding);
        if (doer >= 0 && doer < last)
        {
            _forNext = (_subjects[doer].Relation, last);
            _passedOnFrom = doer;
            _subjects[doer] = _subjects[doer] with { Relations = [] };
        }

        _describeLast = false;
        _lastWasPlace = false;
        _waitingAt = -1;
    }

    public void DescribeLast() => _describeLast = true;

    public Meaning Finish()
    {
        // 熊猫骑自行车的照片: nobody came after 的, so the one before it was meant.
        if (_passedOnFrom >= 0 && _forNext.Relation != Relation.None)
        {
            _subjects[_passedOnFrom] = _subjects[_passedOnFrom] with
            {
                Relations = [new(_forNext.Relation, _forNext.Other)],
            };
        }

        var colour = _placeColour ?? (_colours.Count > 0 ? _colours[0] : null);

        return new Meaning
        {
            Subjects = _subjects,
            Place = _place,
            PlaceColour = colour,
            Time = Time,
            Weather = Weather,
            Style = Style,
            Badge = _badge,
            Transparent = _transparent,
            NotUnderstood = [.. NotUnderstood.Distinct(StringComparer.Ordinal)],
        };
    }

    private ColourName[] ColoursOf(int count)
    {
        if (Colourful && _colours.Count == 0)
        {
            return count > 1 ? Rainbow : [];
        }

        // A black and white cow is not a black cow: the drawings of such animals are black and white already.
        return count == 1 && _colours is [ColourName.Black, ColourName.White] or [ColourName.White, ColourName.Black]
            ? [] : [.. _colours];
    }

    // English and Chinese verbs: the subject before the word stands in the relation to the one after it.
    private void Relate(int index)
    {
        if (_relation == Relation.None)
        {
            return;
        }

        if (_relationFrom >= 0 && _subjects[_relationFrom].Relation == Relation.None)
        {
            _subjects[_relationFrom] = _subjects[_relationFrom] with { Relations = [new(_relation, index)] };
        }
        else if (_relation is Relation.Riding or Relation.Wearing or Relation.Holding)
        {
            _forNext = (_relation, index);
        }

        (_relation, _relationFrom) = (Relation.None, -1);
    }
}
