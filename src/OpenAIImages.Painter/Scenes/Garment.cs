using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Scenes;

/// <summary>A garment on the body of a figure.</summary>
/// <param name="Colour">Its colour; null for the usual one of its wearer.</param>
/// <param name="Long">Whether it reaches down to the ground.</param>
internal sealed record Garment(ColourName? Colour, bool Long);
