namespace OpenAIImages.Painter.Words;

/// <summary>A word or a phrase of the prompt with its possible meanings, of which there is at least one.</summary>
internal sealed record Token(string Text, IReadOnlyList<WordMeaning> Meanings, bool Plural = false)
{
    /// <summary>Gets the meaning of a kind, or null.</summary>
    public string? As(WordKind kind)
    {
        foreach (var meaning in Meanings)
        {
            if (meaning.Kind == kind)
            {
                return meaning.Value;
            }
        }

        return null;
    }

    public bool Is(WordKind kind) => As(kind) is not null;
}
