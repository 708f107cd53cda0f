namespace OpenAIImages.Painter.Artworks;

/// <summary>The window of the driver, in shares of the drawing's box.</summary>
/// <param name="X">Its middle, from the left.</param>
/// <param name="Bottom">Its lower edge, from the top.</param>
/// <param name="Height">Its height.</param>
internal readonly record struct CabinAnchor(float X, float Bottom, float Height);
