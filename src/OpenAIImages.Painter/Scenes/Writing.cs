using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Scenes;

/// <summary>A text that is written in a scene.</summary>
/// <param name="Text">The words.</param>
/// <param name="Surface">The surface that they are written on.</param>
/// <param name="Bearer">The drawing of the figure that bears them; null when they have a surface of their own.</param>
internal sealed record Writing(string Text, LetteringSurface Surface, string? Bearer);
