namespace OpenAIImages.Painter.Artworks;

/// <summary>How a thing is held.</summary>
internal enum HeldAt
{
    /// <summary>In the hand.</summary>
    Hand,

    /// <summary>By its string or handle, above the head.</summary>
    Above,

    /// <summary>Before the chest.</summary>
    Before,

    /// <summary>To the mouth or the eye.</summary>
    Mouth,

    /// <summary>By a long string: it flies.</summary>
    String,

    /// <summary>Not at all: it stands on the ground, and the hands are at it.</summary>
    Ground,
}
