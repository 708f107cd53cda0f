namespace OpenAIImages.Painter.Words;

/// <summary>What the words of an edit want.</summary>
internal sealed record EditWish
{
    /// <summary>Gets what shall be in the picture.</summary>
    public Meaning Wanted { get; init; } = new();

    /// <summary>Gets what shall not: "remove the cat", "replace the cat by a dog".</summary>
    public IReadOnlyList<MeantSubject> Unwanted { get; init; } = [];

    /// <summary>Gets a value indicating whether something is to go, even when it is not known what.</summary>
    public bool Removes { get; init; }

    /// <summary>Gets a value indicating whether what is there already is wanted once more.</summary>
    public bool More { get; init; }

    public bool SaysTime { get; init; }

    public bool SaysWeather { get; init; }

    public bool SaysStyle { get; init; }
}
