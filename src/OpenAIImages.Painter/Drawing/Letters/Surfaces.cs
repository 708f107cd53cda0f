using System.Text;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Letters;

/// <summary>Draws each surface together with its words.</summary>
internal static class Surfaces
{
    private const int MostInColumn = 10;

    private static readonly SKColor Wood = new(214, 170, 112);
    private static readonly SKColor DarkWood = new(132, 90, 52);
    private static readonly SKColor Paper = new(252, 247, 233);
    private static readonly SKColor Ink = new(58, 38, 28);

    /// <summary>A wooden board on two posts.</summary>
    public static void Sign(Easel easel, string text, SKRect area)
    {
        var post = area.Height * 0.12f;
        var foot = Math.Min(easel.Height * 0.97f, area.Bottom + area.Height * 0.8f);
        foreach (var x in (ReadOnlySpan<float>)[area.Left + area.Width * 0.2f, area.Right - area.Width * 0.2f - post])
        {
            Round(easel, new SKRect(x, area.Top + 4, x + post, foot), 4, DarkWood, DarkWood.Darken(0.2f));
        }

        Shadow(easel, area, 14);
        Round(easel, area, 14, DarkWood, DarkWood.Darken(0.25f));
        var board = SKRect.Inflate(area, -area.Height * 0.06f, -area.Height * 0.06f);
        Round(easel, board, 10, Wood.Lighten(0.12f), Wood);
        Grain(easel, board);
        Write(easel, text, Inner(board, 0.06f, 0.14f), easel.Lit(Ink));
    }

    /// <summary>A blackboard in a wooden frame.</summary>
    public static void Board(Easel easel, string text, SKRect area)
    {
        Shadow(easel, area, 8);
        Round(easel, area, 8, Wood, DarkWood);
        var board = SKRect.Inflate(area, -area.Height * 0.06f, -area.Height * 0.06f);
        Round(easel, board, 3, new SKColor(44, 84, 68), new SKColor(34, 66, 54));
        Write(easel, text, Inner(board, 0.08f, 0.14f), easel.Lit(new SKColor(240, 244, 236)));
    }

    /// <summary>A screen that shines.</summary>
    public static void Screen(Easel easel, string text, SKRect area)
    {
        Shadow(easel, area, 18);
        Round(easel, area, 18, new SKColor(40, 42, 52), new SKColor(22, 24, 30));
        var glass = SKRect.Inflate(area, -area.Height * 0.06f, -area.Height * 0.06f);
        Fill(easel, glass, 8, new SKColor(38, 92, 178), new SKColor(22, 48, 110));
        Write(easel, text, Inner(glass, 0.08f, 0.16f), SKColors.White);
    }

    /// <summary>A ribbon with cut ends.</summary>
    public static void Ribbon(Easel easel, string text, SKRect area)
    {
        var red = new SKColor(206, 48, 56);
        var (fold, drop) = (area.Height * 0.55f, area.Height * 0.2f);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var edge = side < 0 ? area.Left : area.Right;
            Polygon(easel, red.Darken(0.28f), (edge - side * fold, area.Top + drop), (edge + side * fold * 0.5f,
                area.Top + drop), (edge + side * fold * 0.15f, area.MidY + drop), (edge + side * fold * 0.5f,
                area.Bottom + drop), (edge - side * fold, area.Bottom + drop));
        }

        Shadow(easel, area, 3);
        Round(easel, area, 3, red.Lighten(0.1f), red.Darken(0.06f));
        Write(easel, text, Inner(area, 0.07f, 0.13f), easel.Lit(SKColors.White));
    }

    /// <summary>A sheet of paper with a double frame.</summary>
    public static void Card(Easel easel, string text, SKRect area)
    {
        Shadow(easel, area, 10);
        Round(easel, area, 10, SKColors.White, Paper);
        using var paint = Stroke(new SKColor(206, 150, 92), Math.Max(1, 3 * easel.Unit));
        var frame = SKRect.Inflate(area, -area.Height * 0.07f, -area.Height * 0.07f);
        easel.Canvas.DrawRoundRect(frame, 6 * easel.Unit, 6 * easel.Unit, paint);
        Write(easel, text, Inner(frame, 0.05f, 0.1f), new SKColor(150, 52, 62));
    }

    /// <summary>A paper label on a thing.</summary>
    public static void Label(Easel easel, string text, SKRect area)
    {
        Fill(easel, area, Math.Max(2, area.Height * 0.12f / Math.Max(0.01f, easel.Unit)), Paper, Paper.Darken(0.05f));
        using var paint = Stroke(new SKColor(150, 110, 70), Math.Max(0.7f, area.Height * 0.02f));
        easel.Canvas.DrawRoundRect(SKRect.Inflate(area, -area.Height * 0.07f, -area.Height * 0.07f),
            area.Height * 0.08f, area.Height * 0.08f, paint);
        Write(easel, text, Inner(area, 0.1f, 0.16f), Ink);
    }

    /// <summary>Glowing tubes.</summary>
    public static void Neon(Easel easel, string text, SKRect area)
    {
        using var path = TextBlock.Outline(text, Inner(area, 0.06f, 0.14f));
        if (path is null)
        {
            return;
        }

        Fill(easel, area, 24, new SKColor(18, 14, 34, 215), new SKColor(10, 8, 22, 235));
        var tube = new SKColor(255, 66, 170);
        foreach (var (width, blur, alpha) in (ReadOnlySpan<(float, float, float)>)
            [(16, 18, 0.55f), (9, 7, 0.8f), (5, 0, 1)])
        {
            using var mask = blur > 0 ? SKMaskFilter.CreateBlur(SKBlurStyle.Normal, blur * easel.Unit) : null;
            using var paint = Stroke(tube.Fade(alpha), width * easel.Unit);
            paint.MaskFilter = mask;
            easel.Canvas.DrawPath(path, paint);
        }

        using var core = Stroke(new SKColor(255, 232, 246), 2 * easel.Unit);
        easel.Canvas.DrawPath(path, core);
    }

    /// <summary>Large letters over the picture itself.</summary>
    public static void Title(Easel easel, string text, SKRect area)
    {
        using var path = TextBlock.Outline(text, area);
        if (path is null)
        {
            return;
        }

        var width = Math.Max(1.5f, path.Bounds.Height * 0.09f);
        using var halo = Stroke(new SKColor(44, 30, 56), width * 1.5f);
        easel.Canvas.Save();
        easel.Canvas.Translate(0, width * 0.35f);
        easel.Canvas.DrawPath(path, halo);
        easel.Canvas.Restore();
        using var rim = Stroke(new SKColor(255, 252, 242), width);
        easel.Canvas.DrawPath(path, rim);
        using var shader = SKShader.CreateLinearGradient(
            new SKPoint(0, path.Bounds.Top), new SKPoint(0, path.Bounds.Bottom),
            [new SKColor(244, 96, 62), new SKColor(196, 36, 72)], SKShaderTileMode.Clamp);
        using var fill = new SKPaint { IsAntialias = true, Shader = shader };
        easel.Canvas.DrawPath(path, fill);
    }

    /// <summary>A column of letters in ink, with a red seal below.</summary>
    public static void Brushed(Easel easel, string text, SKRect area)
    {
        var ink = new SKColor(38, 34, 36);
        var letters = text.EnumerateRunes().Where(one => !Rune.IsWhiteSpace(one)).Select(one => one.ToString())
            .ToList();
        var size = Math.Min(area.Width, area.Height / Math.Max(1, letters.Count));
        if (letters.Count > MostInColumn || letters.Any(one => one[0] < 0x2E80))
        {
            // Words of Latin letters are not written downwards.
            area = SKRect.Create(easel.Width * 0.14f, area.Top, easel.Width * 0.72f, easel.Edge * 0.13f);
            Write(easel, text, area, ink);
            Seal(easel, SKRect.Create(easel.Width * 0.84f, area.Bottom, area.Height * 0.4f, area.Height * 0.4f));

            return;
        }

        for (var index = 0; index < letters.Count; index++)
        {
            Write(easel, letters[index], SKRect.Create(area.Left, area.Top + index * size, area.Width, size), ink);
        }

        Seal(easel, SKRect.Create(
            area.MidX - size * 0.28f, area.Top + (letters.Count + 0.25f) * size, size * 0.56f, size * 0.56f));
    }

    /// <summary>Letters printed on the drawing itself, with a rim that keeps them readable.</summary>
    public static void Print(Easel easel, string text, SKRect area, bool onDark = false)
    {
        using var path = TextBlock.Outline(text, area);
        if (path is null)
        {
            return;
        }

        var (letters, around) = onDark
            ? (new SKColor(250, 248, 240), Ink.Fade(0.4f)) : (Ink, SKColors.White.Fade(0.85f));
        using var rim = Stroke(around, Math.Max(1, path.Bounds.Height * 0.07f));
        easel.Canvas.DrawPath(path, rim);
        using var fill = new SKPaint { IsAntialias = true, Color = letters };
        easel.Canvas.DrawPath(path, fill);
    }

    private static void Seal(Easel easel, SKRect area)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = new SKColor(186, 40, 36) };
        easel.Canvas.DrawRoundRect(area, area.Width * 0.12f, area.Width * 0.12f, paint);
        Write(easel, "画", Inner(area, 0.1f, 0.08f), new SKColor(246, 236, 220));
    }

    private static void Write(Easel easel, string text, SKRect area, SKColor colour)
    {
        using var path = TextBlock.Outline(text, area);
        if (path is null)
        {
            return;
        }

        using var paint = new SKPaint { IsAntialias = true, Color = colour };
        easel.Canvas.DrawPath(path, paint);
    }

    private static void Grain(Easel easel, SKRect board)
    {
        using var paint = Stroke(DarkWood.Fade(0.16f), Math.Max(0.6f, 1.6f * easel.Unit));
        for (var row = 1; row < 7; row++)
        {
            var y = board.Top + board.Height * (row / 7f + easel.Random.Between(-0.03f, 0.03f));
            easel.Canvas.DrawLine(board.Left + 4, y, board.Right - 4, y + easel.Random.Between(-2, 2), paint);
        }
    }

    private static void Shadow(Easel easel, SKRect area, float corner)
    {
        using var blur = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, Math.Max(0.3f, 7 * easel.Unit));
        using var paint = new SKPaint { IsAntialias = true, Color = new SKColor(20, 16, 34, 90), MaskFilter = blur };
        area.Offset(6 * easel.Unit, 10 * easel.Unit);
        easel.Canvas.DrawRoundRect(area, corner * easel.Unit, corner * easel.Unit, paint);
    }

    private static void Round(Easel easel, SKRect area, float corner, SKColor top, SKColor bottom)
        => Fill(easel, area, corner, easel.Lit(top), easel.Lit(bottom));

    private static void Fill(Easel easel, SKRect area, float corner, SKColor top, SKColor bottom)
    {
        using var shader = SKShader.CreateLinearGradient(
            new SKPoint(0, area.Top), new SKPoint(0, area.Bottom), [top, bottom], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { IsAntialias = true, Shader = shader };
        easel.Canvas.DrawRoundRect(area, corner * easel.Unit, corner * easel.Unit, paint);
    }

    private static void Polygon(Easel easel, SKColor colour, params ReadOnlySpan<(float X, float Y)> corners)
    {
        using var path = new SKPathBuilder();
        path.MoveTo(corners[0].X, corners[0].Y);
        foreach (var (x, y) in corners[1..])
        {
            path.LineTo(x, y);
        }

        path.Close();
        using var polygon = path.Detach();
        using var paint = new SKPaint { IsAntialias = true, Color = easel.Lit(colour) };
        easel.Canvas.DrawPath(polygon, paint);
    }

    private static SKPaint Stroke(SKColor colour, float width) => new()
    {
        IsAntialias = true,
        Style = SKPaintStyle.Stroke,
        StrokeWidth = width,
        StrokeJoin = SKStrokeJoin.Round,
        StrokeCap = SKStrokeCap.Round,
        Color = colour,
    };

    private static SKRect Inner(SKRect area, float across, float down)
        => SKRect.Inflate(area, -area.Width * across, -area.Height * down);
}
