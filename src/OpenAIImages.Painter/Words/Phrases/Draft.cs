using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Phrases;

/// <summary>A prompt during reading: each kind of phrase takes out the elements that it understands.</summary>
internal sealed class Draft
{
    /// <summary>Gets the elements that are not bound yet, in the order of the prompt.</summary>
    public List<Element> Elements { get; } = [];

    /// <summary>Gets all things, in the order of the prompt.</summary>
    public List<Thing> Things { get; } = [];

    public List<(string Text, LetteringSurface Surface, Thing? Bearer)> Letterings { get; } = [];

    /// <summary>Gets the colours that belong to no thing.</summary>
    public List<ColourName> LooseColours { get; } = [];

    /// <summary>Gets or sets a place that the prompt only hints at: "a forest cabin", "in winter".</summary>
    public string? HintedPlace { get; set; }

    public ColourName? Background { get; set; }

    public bool HasPlainBackground { get; set; }

    public TimeOfDay Time { get; set; }

    public Season Season { get; set; }

    public Weather Weather { get; set; }

    public PaintStyle Style { get; set; }

    public bool Badge { get; set; }

    public bool Transparent { get; set; }

    /// <summary>Says whether an element stands alone between two stops.</summary>
    public bool IsClause(int index) => KindAt(index - 1) == WordKind.Stop && KindAt(index + 1) == WordKind.Stop;

    public Thing? ThingAt(int index)
        => index >= 0 && index < Elements.Count ? Elements[index].Thing : null;

    public WordKind KindAt(int index)
        => index >= 0 && index < Elements.Count ? Elements[index].Kind : WordKind.Stop;
}
