using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Phrases;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Bindings;

/// <summary>Binds things to each other by the verbs and prepositions between them.</summary>
/// <remarks>
/// The first thing of a clause, with things that "and" joins to it, is its head. Later words describe the head, until
/// a thing comes that no verb and no preposition binds.
/// </remarks>
internal sealed class Binding(Draft draft)
{
    // A prompt can name more things together than a scene draws. The limit keeps the work from growing with its square.
    private const int MostTogether = 24;

    private readonly List<Thing> _heads = [];

    /// <summary>The verb or preposition that waits for its object, with its subjects.</summary>
    private Link? _open;

    /// <summary>The link that the last thing closed: "and" may give it a further object.</summary>
    private Link? _closed;

    /// <summary>在: the things that are somewhere, and their place.</summary>
    private Location? _location;

    /// <summary>桌子上有: the place of the things that follow, and then such a place of the clause before.</summary>
    private Location? _given;
    private Location? _former;

    private Thing? _last;
    private bool _fillsGiven;
    private bool _joined;
    private bool _listIsOpen;
    private bool _describes;

    public static void Bind(Draft draft)
    {
        var binding = new Binding(draft);
        for (var index = 0; index < draft.Elements.Count; index++)
        {
            binding.Read(index);
        }

        binding.LeaveLocation();
    }

    private void Read(int index)
    {
        var element = draft.Elements[index];
        switch (element.Kind)
        {
            case WordKind.Noun:
                Thing(element.Thing!, index);
                break;
            case WordKind.Relation or WordKind.Has:
                Verb(element, index);
                break;
            case WordKind.After:
                After(element.Relation, index);
                break;
            case WordKind.At:
                At(element);
                break;
            case WordKind.Pose:
                Pose(element, index);
                break;
            case WordKind.Mutual:
                Together(element.Relation);
                break;
            case WordKind.Is:
                _describes = true;
                break;
            case WordKind.Colour:
                Colour(element.Colours, index);
                break;
            case WordKind.And:
                (_joined, _listIsOpen, _open) = (true, false, null);
                break;
            default:
                Stop(element, index);
                break;
        }
    }

    private void Thing(Thing thing, int index)
    {
        if (!_joined && _location?.EndsBefore(thing) == true && draft.KindAt(index + 1) != WordKind.After &&
            draft.Elements[index - 1].Token.End < draft.Elements[index].Token.Start)
        {
            LeaveLocation();
        }

        if (_location is { IsOpen: true } location)
        {
            if (location.Places.Count < MostTogether)
            {
                location.Places.Add(thing);
            }

            (_last, _joined) = (thing, false);

            return;
        }

        LeaveLocation();
        if (thing.IsPart && _open is null)
        {
            // 长颈鹿伸长脖子吃树叶: the giraffe eats.
            _last = thing;

            return;
        }

        if (_open is { } open)
        {
            Close(open, thing);
        }
        else if (_joined && _closed is { } closed && closed.Accepts(thing, _last) &&
            (!VerbFollows(index) || thing.IsWorn && !thing.IsAnimate))
        {
            closed.Bind(thing);
        }
        else
        {
            StartOrJoin(thing);
        }

        Possession.Fill(thing, _fillsGiven);
        _fillsGiven = false;
        _given?.Bind(thing);
        (_last, _joined, _describes) = (thing, false, false);
    }

    private void StartOrJoin(Thing thing)
    {
        if (!_joined || _closed is not null)
        {
            _heads.Clear();
            _listIsOpen = false;
        }

        _closed = null;
        if (_heads.Count < MostTogether)
        {
            _heads.Add(thing);
        }
    }

    private void Close(Link open, Thing thing)
    {
        _open = null;
        if (open.From.Count == 0 || open.From.All(from => from.IsSetting))
        {
            // "a beach with palm trees": the words that follow describe the trees. 阳台上摆满花
            (_joined, _closed) = (false, null);
            Possession.Fill(thing, open.IsFull);
            StartOrJoin(thing);

            return;
        }

        open.Bind(thing);
        _closed = open;
    }

    private void Verb(Element element, int index)
    {
        LeaveLocation();
        if (element.Kind == WordKind.Has && _given is { IsUsed: false })
        {
            _fillsGiven = Possession.IsFull(element.Token);

            return;
        }

        if (_given is { IsUsed: false } && element.Token.IsChinese)
        {
            // 花瓶里插着三朵玫瑰, 树下坐着一个女孩: the verb names their pose.
            Pose(element, index);

            return;
        }

        _given = null;

        if (!ThingFollows(index))
        {
            if (_closed is { IsHaving: true } had && element.Kind == WordKind.Relation && _last is not null)
            {
                // "a tree with presents underneath"
                had.Turn(_last, element.Relation);
            }
            else if (_closed is null && element is { Kind: WordKind.Relation, Relation: Relation.Around } &&
                _last is { IsFigure: true } && draft.Things.Find(one => one.IsFigure) is { } middle && middle != _last)
            {
                // "a submarine underwater with jellyfish around it"
                _last.Relations.Add((Relation.Around, middle));
            }

            Pose(element, index);

            return;
        }

        var next = draft.ThingAt(index + 1)!;
        if (element.Kind == WordKind.Relation && next is { IsPart: true, IsOwned: true } &&
            _last is { IsFigure: true } && _closed?.From.Contains(_last) != true &&
            BodyParts.OwnerOf(next, _last, draft.Things) is { } body)
        {
            BodyParts.Put(_last, element.Relation, body, draft.Things);
            (next.IsDropped, _open) = (true, null);

            return;
        }

        if (element.Kind == WordKind.Relation && _closed is { IsHaving: true } owner && _last is not null &&
            _heads.Contains(next) && _last != next)
        {
            // "a barn with a rooster on the roof"
            owner.Turn(_last, element.Relation);

            return;
        }

        var doers = Doers.Of(element, next, _heads, _last, _listIsOpen);
        foreach (var doer in doers.Where(doer => PoseWords.Of(element.Token) is not null &&
            (doer.Pose == Meanings.Pose.None || next is not { IsImplied: true }) && !IsFlown(element, doer)))
        {
            doer.Pose = PoseWords.Of(element.Token)!.Value;
        }

        _open = Link.Of(element, doers, next);
        (_joined, _describes) = (false, false);
    }

    // "a boy flying a kite": the boy stands on the ground.
    private static bool IsFlown(Element element, Thing doer)
        => doer.IsPerson && element.Relation == Relation.Holding && PoseWords.Of(element.Token) == Meanings.Pose.Flying;

    private void After(Relation kind, int index)
    {
        if (_location is { IsOpen: true } location)
        {
            location.Close(kind);
            LeaveLocation();
        }
        else if (_closed is not null && draft.KindAt(index - 1) != WordKind.Stop)
        {
            // 靠在墙上: the verb has named the relation already. 飞过月亮前面 is before it.
            if (_closed.IsPassing && kind is Relation.Before or Relation.Behind && _last is not null)
            {
                _closed.Correct(_last, kind);
            }
        }
        else if (_last is not null)
        {
            // 猫头鹰站在树枝上，后面是满月: behind the owl.
            var isOfHeads = kind == Relation.Between || draft.KindAt(index - 1) == WordKind.Stop && _heads.Count > 0;
            var places = isOfHeads ? Location.Meant(kind, _former, _heads) : [_last];
            _heads.Clear();
            _given = new Location(null);
            _given.Places.AddRange(places);
            _given.Close(kind);
        }
    }

    private void At(Element element)
    {
        LeaveLocation();
        var doers = _heads.Where(head => !head.IsSetting).ToList();
        foreach (var doer in doers)
        {
            doer.Pose = PoseWords.Of(element.Token) ?? doer.Pose;
            Possession.Scatter(element.Token, doer);
        }

        _location = new Location(doers) { IsEnglish = !element.Token.IsChinese };
        _open = null;
    }

    // 在公园, without 里: a place needs no such word. For other things it means that the subject is on them.
    private void LeaveLocation()
    {
        if (_location is not { } location)
        {
            return;
        }

        // "a student at a desk" is beside it. "at the circus" and 在桌子 say a place.
        var isBeside = location.IsEnglish && location.Places.TrueForAll(place => place.Place is null or "table");
        location.Close(isBeside ? Relation.Beside : Relation.On);
        if (location.Who is { Count: 0 } && location.Places.Exists(place => !place.IsCircumstance))
        {
            _given = location;
        }

        location.BindAll();
        _location = null;
        _closed = null;
    }

    private void Pose(Element element, int index)
    {
        if (PoseWords.Of(element.Token) is not { } pose)
        {
            return;
        }

        LeaveLocation();
        if (_given is not null && draft.ThingAt(index + 1) is { } sitting)
        {
            // 树下坐着一个女孩
            sitting.Pose = pose;

            return;
        }

        // "a barn with crows flying above": the words after "with" do not describe the barn.
        var isHad = _closed is { IsHaving: true } && draft.ThingAt(index - 1) == _last;
        var doers = _last is { IsAnimate: true } && (isHad || !_heads.Exists(head => head.IsAnimate))
            ? [_last] : _heads;
        foreach (var doer in doers.Where(doer => !doer.IsSetting))
        {
            doer.Pose = pose;
        }

        (_open, _describes) = (null, false);
    }

    private void Together(Relation kind)
    {
        LeaveLocation();
        if (_heads is [var first, .., var last])
        {
            first.Relations.Add((kind, last));
        }
        else if (_heads is [{ Count: 1 } alone] && _last is not null && _last != alone)
        {
            alone.Relations.Add((kind, _last));
        }
    }

    private void Colour(IReadOnlyList<ColourName> colours, int index)
    {
        // 一副手套，红色的
        var isOfLast = _describes || _open is not null || _last is { IsChinese: true } && draft.IsClause(index);
        var described = isOfLast ? _last : null;
        if (described is { IsCircumstance: false, Colours.Count: 0 })
        {
            described.Colours.AddRange(colours);
        }
        else
        {
            draft.LooseColours.AddRange(colours);
        }

        (_open, _describes) = (null, false);
    }

    private void Stop(Element element, int index)
    {
        LeaveLocation();
        (_open, _describes) = (null, false);
        if (element.Kind != WordKind.Stop)
        {
            return;
        }

        if (!IsList(element, index))
        {
            (_joined, _closed) = (false, null);
            // 在桌子上，有一只猫: a comma may stand between.
            (_former, _given) = _given is { IsUsed: true } ? (_given, null) : (_former, _given);
        }
        else
        {
            (_joined, _listIsOpen) = (_closed is null, true);
        }
    }

    // "a laptop, a phone and a cup": Chinese has a mark of its own for that.
    private bool IsList(Element element, int index) => element.Token.Text == "," &&
        draft.ThingAt(index - 1) is { IsChinese: false, IsCircumstance: false } &&
        draft.ThingAt(index + 1) is { IsChinese: false, IsCircumstance: false };

    private bool ThingFollows(int index)
    {
        var next = index + 1;

        return draft.ThingAt(next) is not null || draft.KindAt(next) == WordKind.Colour;
    }

    // "with ornaments and presents under it": a last preposition without an object says where the presents are.
    private bool VerbFollows(int index) => draft.KindAt(index + 1) is WordKind.At or WordKind.Pose ||
        draft.KindAt(index + 1) == WordKind.Relation &&
        (ThingFollows(index + 1) || PoseWords.Of(draft.Elements[index + 1].Token) is not null ||
        _closed is not { IsHaving: true });
}
