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
}
