namespace OpenAIImages.Painter.Words;

/// <summary>What a prompt means, as far as it is understood.</summary>
internal sealed record Meaning
{
    public IReadOnlyList<MeantSubject> Subjects { get; init; } = [];

    public Place Place { get; init; }

    /// <summary>Gets the colour of the place: "a yellow wall".</summary>
    public ColourName? PlaceColour { get; init; }

    public TimeOfDay Time { get; init; }

    public Weather Weather { get; init; }

    public PaintStyle Style { get; init; }

    public bool Badge { get; init; }

    public bool Transparent { get; init; }

    /// <summary>Gets the words that nothing was drawn for, as written.</summary>
    public IReadOnlyList<string> NotUnderstood { get; init; } = [];
}
