namespace OpenAIImages.Painter.Words.Tokens;

/// <summary>A word or a phrase of the prompt with its possible meanings, of which there is at least one.</summary>
/// <param name="text">As it was read: lower case, simplified characters; for quoted words as written.</param>
/// <param name="meanings">Its possible meanings.</param>
/// <param name="start">Where it begins in the folded prompt.</param>
/// <param name="end">Where it ends there.</param>
internal sealed class Token(string text, IReadOnlyList<WordMeaning> meanings, int start, int end)
{
    public string Text { get; } = text;

    public IReadOnlyList<WordMeaning> Meanings { get; } = meanings;

    public int Start { get; } = start;

    public int End { get; } = end;

    public bool Plural { get; init; }

    /// <summary>Gets a value indicating whether it is the owner of what follows: "a woman's".</summary>
    public bool IsOwner { get; init; }

    /// <summary>Gets the tokens of quoted words, used when the words are not to be written.</summary>
    public IReadOnlyList<Token> Inside { get; init; } = [];

    /// <summary>Gets or sets the part that it plays, once that is decided.</summary>
    public WordKind Kind { get; set; } = meanings[0].Kind;

    /// <summary>Gets the colour or material that its word begins with: 白马, "wooden chair".</summary>
    public WordMeaning? Prefix { get; init; }

    public bool IsChinese => Text.Length > 0 && FoldedText.IsChinese(Text[0]);

    /// <summary>Gets the meaning of a kind, or null.</summary>
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
