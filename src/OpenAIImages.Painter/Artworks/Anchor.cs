namespace OpenAIImages.Painter.Artworks;

/// <summary>A place in a drawing, in shares of its box from the left and from the top.</summary>
internal readonly record struct Anchor(float X, float Y);
