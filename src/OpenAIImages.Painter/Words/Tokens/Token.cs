namespace OpenAIImages.Painter.Words.Tokens;

/// <summary>A word or a phrase of the prompt, with one or more possible meanings.</summary>
/// <param name="text">The text in lower case and simplified characters; quoted words stay as written.</param>
/// <param name="meanings">The possible meanings, at least one.</param>
/// <param name="start">The start in the folded prompt.</param>
/// <param name="end">The end in the folded prompt.</param>
internal sealed class Token(string text, IReadOnlyList<WordMeaning> meanings, int start, int end)
{
    public string Text { get; } = text;

    public IReadOnlyList<WordMeaning> Meanings { get; } = meanings;

    public int Start { get; } = start;

    public int End { get; } = end;

    public bool Plural { get; init; }

    /// <summary>Gets a value indicating whether it is the owner of the next thing: "a woman's".</summary>
    public bool IsOwner { get; init; }

    /// <summary>Gets the tokens of quoted words, for quotes that are not written.</summary>
    public IReadOnlyList<Token> Inside { get; init; } = [];

    /// <summary>Gets or sets the grammatical role; the first possible one until it is decided.</summary>
    public WordKind Kind { get; set; } = meanings[0].Kind;

    /// <summary>Gets the colour or material that the word begins with: 白马, "wooden chair".</summary>
    public WordMeaning? Prefix { get; init; }

    public bool IsChinese => Text.Length > 0 && FoldedText.IsChinese(Text[0]);

    /// <summary>Gets the meaning of a kind; null when the token has none.</summary>
    public WordMeaning? As(WordKind kind)
    {
        foreach (var meaning in Meanings)
        {
            if (meaning.Kind == kind)
            {
                return meaning;
            }
        }

        return null;
    }

    public bool Is(WordKind kind) => As(kind) is not null;
}
