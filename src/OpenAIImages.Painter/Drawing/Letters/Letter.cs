namespace OpenAIImages.Painter.Drawing.Letters;

/// <summary>One letter.</summary>
/// <param name="Advance">The distance to the next letter, in heights of a line.</param>
/// <param name="Outline">The outline as SVG path data: a line is 1,000 units high, and the baseline is at 0.</param>
internal readonly record struct Letter(float Advance, string Outline);
