using OpenAIImages.Painter.Words.Meanings;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing;

/// <summary>The way to draw a scene for the filter of its style.</summary>
/// <param name="Volume">Whether figures look round and stand in the light.</param>
/// <param name="Shadows">Whether figures cast shadows.</param>
/// <param name="Sheet">The colour of a bare sheet behind the figures; null when the place is drawn.</param>
/// <param name="LettersLast">Whether words are written after the filter, because it would make them illegible.</param>
/// <param name="FarBlur">The blur of the place behind the figures, in thousandths of a short edge.</param>
internal sealed record StyleLook(
    bool Volume, bool Shadows, SKColor? Sheet = null, bool LettersLast = false, float FarBlur = 0)
{
    private static readonly StyleLook Full = new(Volume: true, Shadows: true);
    private static readonly StyleLook Plain = new(Volume: false, Shadows: false);
    private static readonly StyleLook OnPaper = Plain with { Sheet = SKColors.White };

    public static StyleLook Of(PaintStyle style) => style switch
    {
        PaintStyle.Photo => Full with { FarBlur = 5 },
        PaintStyle.Flat or PaintStyle.PaperCut or PaintStyle.Poster => Plain with { FarBlur = 9 },
        PaintStyle.StainedGlass or PaintStyle.Neon => Plain with { FarBlur = 3, LettersLast = true },
        PaintStyle.LineIcon or PaintStyle.Logo => OnPaper with { LettersLast = true },
        PaintStyle.Pixel or PaintStyle.LowPoly or PaintStyle.InkWash => Full with { LettersLast = true },
        _ => Full,
    };
}
