using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Scenes;

/// <summary>A garment on the body of a figure.</summary>
/// <param name="Colour">The colour; null for the usual colour of the wearer.</param>
/// <param name="Long">Whether the garment reaches down to the ground.</param>
internal sealed record Garment(ColourName? Colour, bool Long);
