using OpenAIImages.Painter.Words;

namespace OpenAIImages.Painter.Scenes;

/// <summary>What somebody wears on the body.</summary>
/// <param name="Colour">Its colour; null for the usual one of its wearer.</param>
/// <param name="Long">Whether it reaches down to the ground.</param>
internal sealed record Garment(ColourName? Colour, bool Long);
