using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Phrases;

/// <summary>A thing, a place or a circumstance that a phrase names, while the prompt is read.</summary>
internal sealed class Thing
{
    private const float LargeMetres = 1;
    private const float TallMetres = 2;
    private static readonly ArtworkFacts Nothing = new();

    public required string Word { get; init; }

    /// <summary>Gets the name of its drawing; null when it has none.</summary>
    public string? Noun { get; init; }

    /// <summary>Gets the place that its word names; null when it names none.</summary>
    public string? Place { get; init; }

    /// <summary>Gets the surface that it offers to lettering.</summary>
    public LetteringSurface? Surface { get; init; }

    /// <summary>Gets a value indicating whether it is a time, a weather or a style, and so has no place.</summary>
    public bool IsCircumstance { get; init; }

    /// <summary>Gets a value indicating whether it is a part of a body.</summary>
    public bool IsPart { get; init; }

    /// <summary>Gets a value indicating whether an action in the prompt needs it: skis for skiing.</summary>
    public bool IsImplied { get; init; }

    public bool IsFamily { get; init; }

    public bool IsChinese { get; init; }

    /// <summary>Gets a value indicating whether the prompt says how many.</summary>
    public bool IsCounted { get; set; }

    /// <summary>Gets a value indicating whether an article or a number stands before it.</summary>
    public bool IsSingle { get; init; }

    /// <summary>Gets a value indicating whether its number is a vague one: "many".</summary>
    public bool IsVague { get; init; }

    /// <summary>Gets a value indicating whether it is "the" thing.</summary>
    public bool IsDefinite { get; init; }

    /// <summary>Gets a value indicating whether the thing is "his" or "its" thing.</summary>
    public bool IsOwned { get; init; }

    /// <summary>Gets a value indicating whether the prompt says that the thing is empty.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Gets a value indicating whether the word of the thing also names a time: "in the night sky".</summary>
    public bool IsAtTime { get; init; }

    public int Count { get; set; } = 1;

    public bool Plural { get; init; }

    public List<ColourName> Colours { get; } = [];

    public bool Colourful { get; init; }

    public float Scale { get; init; } = 1;

    public Material Material { get; set; }

    public Pose Pose { get; set; }

    public Side Side { get; set; }

    /// <summary>Gets or sets a value indicating whether the prompt does not want it.</summary>
    public bool IsUnwanted { get; set; }

    /// <summary>Gets or sets a value indicating whether it only describes another thing.</summary>
    public bool IsDropped { get; set; }

    /// <summary>Gets or sets a value indicating whether its word means the place and not the drawing.</summary>
    public bool IsTakenAsPlace { get; set; }

    public List<(Relation Kind, Thing Other)> Relations { get; } = [];

    public bool IsPerson => IsOf("person") || Facts.Body == ToyBody.Person;

    public bool IsAnimate => IsPerson || IsOf("animal");

    public bool IsWorn => Facts.Worn is not null;

    /// <summary>Gets a value indicating whether the thing floats on water by nature, as ships do.</summary>
    public bool IsAfloat => !IsAnimate && Noun is not null &&
        ArtworkBook.Get(Noun).Home is Home.Water or Home.Sea;

    /// <summary>Gets a value indicating whether the thing hangs and does not stand.</summary>
    public bool IsHanging => Facts.Hangs;

    /// <summary>Gets a value indicating whether the thing can wear something: a person, an animal or a thing
    /// with a head.</summary>
    public bool CanWear => IsAnimate || Facts.Head is not null;

    /// <summary>Gets a value indicating whether people wear two of it: shoes, earrings.</summary>
    public bool IsPaired => Facts.Worn is WornAt.Feet or WornAt.Hands;

    public bool IsContainer => Facts.Rim is not null && !IsWorn || IsOf("container");

    /// <summary>Gets a value indicating whether others stand or lie on it.</summary>
    public bool IsTop => !IsAnimate && (Facts.Seat is not null || IsOf("top"));

    /// <summary>Gets a value indicating whether it is too large to be held.</summary>
    public bool IsLarge => Facts.Metres >= LargeMetres && !IsOf("long");

    /// <summary>Gets a value indicating whether it lies on a table by nature, as food does.</summary>
    public bool IsFood => Noun is not null && ArtworkBook.Get(Noun).Home == Home.Table;

    /// <summary>Gets a value indicating whether it is up in the air.</summary>
    public bool IsAloft => Pose == Pose.Flying ||
        Noun is not null && ArtworkBook.Get(Noun).Home is Home.Air or Home.Space;

    /// <summary>Gets a value indicating whether it is taller than a person.</summary>
    public bool IsTall => Facts.Metres >= TallMetres;

    /// <summary>Gets a value indicating whether it is the place of others and no figure itself.</summary>
    public bool IsSetting => IsCircumstance || Place is not null && (Noun is null || IsTakenAsPlace);

    /// <summary>Gets a value indicating whether it becomes a subject of the picture.</summary>
    public bool IsFigure => Noun is not null && !IsSetting && !IsPart && !IsDropped;

    private ArtworkFacts Facts => Noun is null ? Nothing : ArtworkBook.FactsOf(Noun);

    public bool IsOf(string name) => Vocabulary.Instance.IsOf(name, Noun);
}
