namespace OpenAIImages.Painter.Drawing.Letters;

/// <summary>One letter.</summary>
/// <param name="Advance">The distance to the next letter, in heights of a line.</param>
/// <param name="Outline">Its outline as path data of SVG: a thousand to the height of a line, its foot on 0.</param>
internal readonly record struct Letter(float Advance, string Outline);
