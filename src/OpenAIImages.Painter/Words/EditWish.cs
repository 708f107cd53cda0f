using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Words;

/// <summary>The changes that the words of an edit ask for.</summary>
internal sealed record EditWish
{
    /// <summary>Gets the things that the picture must show.</summary>
    public Meaning Wanted { get; init; } = new();

    /// <summary>Gets the things that the picture must not show: "remove the cat", "replace the cat by a dog".</summary>
    public IReadOnlyList<MeantSubject> Unwanted { get; init; } = [];

    /// <summary>Gets a value indicating whether the edit removes something, even an unknown thing.</summary>
    public bool Removes { get; init; }

    /// <summary>Gets a value indicating whether the edit adds one more of a thing in the picture.</summary>
    public bool More { get; init; }

    public bool SaysTime { get; init; }

    public bool SaysWeather { get; init; }

    public bool SaysStyle { get; init; }
}
