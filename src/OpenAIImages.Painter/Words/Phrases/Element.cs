using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Phrases;

/// <summary>A thing, or a word that says something about things.</summary>
/// <param name="Kind">The grammatical role; <see cref="WordKind.Noun"/> for things of all kinds.</param>
/// <param name="Token">The word; for a thing, its last word.</param>
internal sealed record Element(WordKind Kind, Token Token)
{
    public Thing? Thing { get; init; }

    /// <summary>Gets the count, for a number that stands alone.</summary>
    public int Count { get; init; }

    /// <summary>Gets the colours that stand without a noun.</summary>
    public IReadOnlyList<ColourName> Colours { get; init; } = [];

    /// <summary>Gets the relation that the word names.</summary>
    public Relation Relation => (Relation)(Token.As(Kind)?.Number ?? 0);
}
