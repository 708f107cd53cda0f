using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Phrases;

/// <summary>The words about a thing, collected before its noun is read.</summary>
internal sealed class Description
{
    private const int MostOfOne = 24;
    private const int SeveralOf = 3;
    private const int ManyOf = 7;
    private const float ChildScale = 0.78f;

    private int? _count;
    private bool _byArticle;
    private bool _byPairs;
    private bool _byBunch;
    private bool _byPatch;
    private bool _isBunch;
    private bool _isVague;
    private float _scale = 1;
    private Material _material;
    private bool _colourful;
    private bool _isEmpty;

    public List<ColourName> Colours { get; } = [];

    public Pose Pose { get; set; }

    /// <summary>Gets a value indicating whether there is any such word.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Gets or sets a value indicating whether "the" or "his" stands before the noun.</summary>
    public bool IsDefinite { get; set; }

    /// <summary>Gets or sets a value indicating whether "his" or "its" stands before the noun.</summary>
    public bool IsOwned { get; set; }

    /// <summary>Gets a value indicating whether there is a number other than an article.</summary>
    public bool HasNumber => _count is not null && !_byArticle;

    public bool HasCount => _count is not null;

    public int Count => _count ?? 1;

    public void AddNumber(Token token)
    {
        HasBegun = true;
        var number = token.As(WordKind.Number)!.Value.Number;
        // "a red and a blue balloon" are two.
        _count = _count is { } before && Colours.Count > 0 ? before + number : number;
        _byArticle = token.Text is "a" or "an";
        _byPairs = token.Text.Contains("pair", StringComparison.Ordinal) || token.Text[^1] is '双' or '对';
        _isBunch = token.Text.EndsWith("bunch of", StringComparison.Ordinal);
        _isVague = token.Is(WordKind.Vague);
    }

    /// <summary>Notes that there are several, without a number.</summary>
    public void AddSeveral() => (_count, _byArticle, HasBegun) = (SeveralOf, false, true);

    /// <summary>Notes that there are many, without a number.</summary>
    public void AddMany() => (_count, _byArticle, HasBegun) = (ManyOf, false, true);

    public void AddMeasure(Token token)
    {
        _byPatch = token.Text == "片";
        _byBunch = token.Text is "串" or "丛" or "簇" or "摞" or "叠";
        if (token.Text is "双" or "对")
        {
            (_count, _byPairs) = (_count * 2, true);
        }
    }

    public void Add(Token token)
    {
        HasBegun = true;
        _isEmpty |= token.Is(WordKind.Empty);
        switch (token.Kind)
        {
            case WordKind.Colour:
                Colours.Add((ColourName)token.As(WordKind.Colour)!.Value.Number);
                break;
            case WordKind.Colourful:
                _colourful = true;
                break;
            case WordKind.Size:
                _scale = token.As(WordKind.Size)!.Value.Value == "small" ? 0.68f : 1.32f;
                break;
            case WordKind.Material:
                _material = (Material)token.As(WordKind.Material)!.Value.Number;
                break;
            default:
                break;
        }
    }

    /// <summary>Makes the thing that a noun names.</summary>
    public Thing Complete(Token token)
    {
        var isNamed = token.Kind is WordKind.Noun or WordKind.Family or WordKind.Place or WordKind.Surface;
        var noun = isNamed ? (token.As(WordKind.Noun) ?? token.As(WordKind.Family))?.Value
            : token.Kind == WordKind.Feature ? token.As(WordKind.Feature)!.Value.Value : null;
        var thing = new Thing
        {
            Word = token.Text,
            Noun = noun,
            Place = isNamed ? token.As(WordKind.Place)?.Value : null,
            Surface = isNamed && token.As(WordKind.Surface) is { } surface ? (LetteringSurface)surface.Number : null,
            IsPart = token.Kind == WordKind.Part,
            IsFamily = !token.Is(WordKind.Noun) && token.Is(WordKind.Family),
            IsChinese = token.IsChinese,
            IsCounted = _count is not null && !_byArticle,
            IsSingle = _count == 1,
            IsVague = _isVague,
            IsDefinite = IsDefinite,
            IsOwned = IsOwned,
            IsEmpty = _isEmpty,
            IsAtTime = token.Is(WordKind.Time),
            Plural = token.Plural,
            Colourful = _colourful,
            Scale = _scale * (token.Is(WordKind.Young) ? ChildScale : 1),
            Material = _material == Material.None && token.Prefix is { Kind: WordKind.Material } material
                ? (Material)material.Number : _material,
            Pose = Pose,
        };
        thing.Count = CountOf(thing);
        if (thing is { Material: Material.Ice, IsChinese: true } && (thing.IsFood || thing.IsOf("served")))
        {
            // 冰豆浆 is cold, and not made of ice.
            thing.Material = Material.None;
        }

        thing.Colours.AddRange(Colours.Distinct());
        if (thing.Colours.Count == 0 && token.Prefix is { Kind: WordKind.Colour } colour && thing.Noun is not null &&
            !thing.IsOf("served"))
        {
            thing.Colours.Add((ColourName)colour.Number);
        }

        return thing;
    }

    private int CountOf(Thing thing)
    {
        if (_byPairs && _count is { } pairs && thing.IsOf("pair"))
        {
            return Math.Clamp(pairs / 2, 1, MostOfOne);
        }

        // "headphones" are one drawing of a pair.
        if (_count is null or 1 && thing.Plural && thing.IsOf("pair"))
        {
            return 1;
        }

        // "a bunch of grapes" is one drawing, and 一片郁金香 are many flowers.
        if (_isBunch && thing.IsOf("bunch"))
        {
            return 1;
        }

        if (_byPatch && _count == 1 && thing.IsOf("plant") && !thing.Noun!.EndsWith("leaf", StringComparison.Ordinal))
        {
            return ManyOf;
        }

        // 一串气球 are several, and 一串葡萄 is one drawing. 包饺子 is done with more than one.
        if (_byBunch && _count == 1 && !thing.IsOf("bunch") ||
            _count is null && thing.IsChinese && thing.IsOf("several"))
        {
            return SeveralOf;
        }

        // Things that come in pairs are worn in pairs: "boots" are two.
        if (_count is null && thing is { Plural: true, IsPaired: true })
        {
            return 2;
        }

        // "colourful fish": one fish would have one colour.
        var isSeveral = thing.Plural || _colourful && !thing.IsChinese ||
            !IsDefinite && thing.Noun is not null && Plurals.IsInvariant(thing.Word);
        var count = _byArticle && thing.Plural ? SeveralOf : _count ?? (isSeveral ? SeveralOf : 1);

        return Math.Clamp(count, 1, MostOfOne);
    }
}
