namespace OpenAIImages.Painter.Artworks;

/// <summary>The drawing of a thing in a pose or a season.</summary>
/// <param name="Name">The name of the drawing.</param>
/// <param name="Colour">The colour that the drawing takes from the thing; null when it keeps its own colours.</param>
internal readonly record struct PoseDrawing(string Name, string? Colour);
