namespace OpenAIImages.Painter.Words.Meanings;

/// <summary>The understood meaning of a prompt.</summary>
internal sealed record Meaning
{
    public IReadOnlyList<MeantSubject> Subjects { get; init; } = [];

    /// <summary>Gets the things that the picture must not show: "a street without people".</summary>
    public IReadOnlyList<MeantSubject> Unwanted { get; init; } = [];

    /// <summary>Gets the words to write in the picture.</summary>
    public IReadOnlyList<Lettering> Letterings { get; init; } = [];

    /// <summary>Gets the place by its name in Data/words.txt, for example <c>meadow</c>; null for none.</summary>
    public string? Place { get; init; }

    /// <summary>Gets the colour of the place: "a yellow wall".</summary>
    public ColourName? PlaceColour { get; init; }

    /// <summary>Gets the colour of the whole background: "on an orange background".</summary>
    public ColourName? Background { get; init; }

    public TimeOfDay Time { get; init; }

    public Season Season { get; init; }

    public Weather Weather { get; init; }

    public PaintStyle Style { get; init; }

    public bool Badge { get; init; }

    public bool Transparent { get; init; }

    /// <summary>Gets all parts of the prompt, understood or not, in the order of the prompt.</summary>
    public IReadOnlyList<PromptPart> Parts { get; init; } = [];

    /// <summary>Gets the words that are not drawn, each once.</summary>
    public IReadOnlyList<string> NotUnderstood { get; init; } = [];
}
