namespace OpenAIImages.Painter.Artworks;

/// <summary>The drawing of a thing in a pose or a season.</summary>
/// <param name="Name">The name of the drawing.</param>
/// <param name="Colour">The colour that makes it the same thing; null when it is drawn as it is.</param>
internal readonly record struct PoseDrawing(string Name, string? Colour);
