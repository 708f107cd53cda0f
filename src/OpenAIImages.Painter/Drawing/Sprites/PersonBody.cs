using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Sprites;

/// <summary>A standing body for people of whom there is only a portrait, in the colour of their clothes.</summary>
internal static class PersonBody
{
    public const float Aspect = 0.56f;

    private const float Middle = 28;
    private static readonly SKColor Skin = new(0xFC, 0xC2, 0x1B);
    private static readonly SKColor Trousers = new(72, 84, 116);
    private static readonly SKColor Shoe = new(58, 48, 52);

    public static bool Wears(string drawing) => drawing is
        "farmer" or "health-worker" or "princess" or "prince" or "santa-claus" or "old-man" or "old-woman"
        or "astronaut" or "detective" or "police-officer" or "firefighter" or "cook" or "teacher" or "student"
        or "scientist" or "artist" or "singer" or "pilot" or "mechanic" or "construction-worker" or "judge"
        or "technologist" or "office-worker" or "ninja" or "superhero" or "vampire" or "elf" or "baby"
        or "robot" or "mage" or "woman-mage" or "clown-face" or "troll";

    /// <summary>
    /// Draws body and portrait into a box of <see cref="Aspect"/> by 1, of the given height in pixels.
    /// </summary>
    public static void Draw(
        SKCanvas canvas, string drawing, ArtworkShape shape, float height, Func<SKColor, SKColor> recolour)
    {
        var clothes = ClothesOf(drawing) is { } usual
            ? recolour(usual) : MainColours.OfClothes(shape, Skin, recolour) ?? recolour(new SKColor(86, 130, 190));
        var save = canvas.Save();
        canvas.Scale(height / 100);
        Arms(canvas, clothes, recolour(HandOf(drawing)));
        if (drawing is "princess" or "old-woman" or "judge" or "mage" or "woman-mage")
        {
            Robe(canvas, clothes);
        }
        else
        {
            var uniform =
                drawing is "santa-claus" or "astronaut" or "robot" or "ninja" or "baby" or "superhero" or "clown-face";
            Legs(canvas, uniform ? clothes.Darken(0.12f) : recolour(Trousers), recolour(Shoe));
            Part(canvas, new SKRect(15.5f, 44, 40.5f, 76), 8, clothes);
        }

        var scale = Math.Min(50 / shape.Ink.Width, 52 / shape.Ink.Height);
        canvas.Translate(Middle - shape.Ink.MidX * scale, 52 - shape.Ink.Height * scale);
        canvas.Scale(scale);
        canvas.Translate(0, -shape.Ink.Top);
        shape.Document.Draw(canvas, recolour);
        canvas.RestoreToCount(save);
    }

    // Heads without shoulders show no clothes to take the colour from.
    private static SKColor? ClothesOf(string drawing) => drawing switch
    {
        "princess" => new SKColor(226, 104, 160),
        "prince" => new SKColor(148, 48, 72),
        "old-man" => new SKColor(122, 104, 84),
        "old-woman" => new SKColor(136, 96, 150),
        "baby" => new SKColor(150, 200, 236),
        "santa-claus" => new SKColor(206, 44, 44),
        "astronaut" => new SKColor(214, 220, 228),
        "clown-face" => new SKColor(236, 130, 40),
        "robot" => new SKColor(130, 146, 156),
        "ninja" => new SKColor(60, 60, 72),
        "mage" => new SKColor(104, 110, 128),
        "woman-mage" => new SKColor(86, 66, 120),
        "judge" => new SKColor(70, 66, 74),
        "troll" => new SKColor(110, 92, 70),
        _ => null,
    };

    private static SKColor HandOf(string drawing) => drawing switch
    {
        "robot" => new SKColor(200, 60, 50),
        "astronaut" => new SKColor(222, 226, 232),
        _ => Skin,
    };

    private static void Arms(SKCanvas canvas, SKColor sleeve, SKColor hand)
    {
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var save = canvas.Save();
            canvas.Translate(Middle + side * 12, 51);
            canvas.RotateDegrees(side * -14);
            Part(canvas, new SKRect(-4.2f, -3, 4.2f, 20), 4.2f, sleeve.Darken(0.1f));
            using var paint = new SKPaint { IsAntialias = true, Color = hand };
            canvas.DrawCircle(0, 21, 4.1f, paint);
            canvas.RestoreToCount(save);
        }
    }

    private static void Legs(SKCanvas canvas, SKColor trousers, SKColor shoe)
    {
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var middle = Middle + side * 6.2f;
            Part(canvas, new SKRect(middle - 5.4f, 68, middle + 5.4f, 97), 3, trousers);
            Part(canvas, new SKRect(middle - 6 + side, 93.5f, middle + 6 + side, 100), 3.2f, shoe);
        }
    }

    private static void Robe(SKCanvas canvas, SKColor colour)
    {
        using var builder = new SKPathBuilder();
        builder.MoveTo(20, 44);
        builder.LineTo(36, 44);
        builder.CubicTo(40, 62, 44, 82, 49, 96);
        builder.QuadTo(28, 103, 7, 96);
        builder.CubicTo(12, 82, 16, 62, 20, 44);
        builder.Close();
        using var path = builder.Detach();
        using var paint = new SKPaint { IsAntialias = true, Color = colour };
        canvas.DrawPath(path, paint);
        paint.Color = colour.Lighten(0.3f);
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = 1.6f;
        canvas.DrawArc(new SKRect(-2, 60, 58, 96), 48, 84, useCenter: false, paint);
    }

    private static void Part(SKCanvas canvas, SKRect area, float corner, SKColor colour)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = colour };
        canvas.DrawRoundRect(area, corner, corner, paint);
    }
}
