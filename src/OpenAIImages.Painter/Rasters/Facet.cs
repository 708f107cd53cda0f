using SkiaSharp;

namespace OpenAIImages.Painter.Rasters;

/// <summary>A triangle of one colour.</summary>
internal sealed record Facet(SKPoint A, SKPoint B, SKPoint C, SKColor Colour);
