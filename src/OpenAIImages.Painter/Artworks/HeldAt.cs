namespace OpenAIImages.Painter.Artworks;

/// <summary>The way to hold a thing.</summary>
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

    /// <summary>By a long string: the thing flies.</summary>
    String,

    /// <summary>On the ground, with the hands at the thing.</summary>
    Ground,
}
