namespace OpenAIImages.Painter.Artworks;

/// <summary>The head in a drawing, in shares of the drawing's box.</summary>
/// <param name="X">Its middle, from the left.</param>
/// <param name="Top">The top of the skull, which hats sit on.</param>
/// <param name="Width">Its width.</param>
/// <param name="Eyes">The position of the eyes, from the top.</param>
internal readonly record struct HeadAnchor(float X, float Top, float Width, float Eyes);
