using OpenAIImages.Painter.Artworks;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Sprites;

/// <summary>A standing body in the colour of the clothes, for people whose artwork is only a portrait.</summary>
internal static class PersonBody
{
    public const float Aspect = 0.56f;

    private const float Middle = 28;
    private const float Chin = 52;
    private const float HeadRoom = 52;
    private const float HeadUnderHat = 40;
    private static readonly SKColor Skin = new(0xFC, 0xC2, 0x1B);
    private static readonly SKColor Trousers = new(72, 84, 116);
    private static readonly SKColor Shoe = new(58, 48, 52);

    /// <summary>
    /// Draws body and portrait into a box of <see cref="Aspect"/> by 1, of the given height in pixels.
    /// </summary>
    public static void Draw(
        SKCanvas canvas, ArtworkFacts facts, ArtworkShape shape, float height, Func<SKColor, SKColor> recolour,
        bool asleep)
    {
        var clothes = facts.Clothes is { } usual
            ? recolour(SKColor.Parse(usual))
            : MainColours.OfClothes(shape, Skin, recolour) ?? recolour(new SKColor(86, 130, 190));
        var save = canvas.Save();
        canvas.Scale(height / 100);
        Arms(canvas, clothes, facts.HandColour is { } hand ? recolour(SKColor.Parse(hand)) : recolour(Skin));
        if (facts.WearsRobe)
        {
            Robe(canvas, clothes);
        }
        else
        {
            Legs(canvas, facts.WearsSuit ? clothes.Darken(0.12f) : recolour(Trousers), recolour(Shoe));
            Part(canvas, new SKRect(15.5f, 44, 40.5f, 76), 8, clothes);
        }

        var room = facts.Hat is null ? HeadRoom : HeadUnderHat;
        var scale = Math.Min(50 / shape.Ink.Width, room / shape.Ink.Height);
        Piece(canvas, shape, scale, new SKPoint(Middle, Chin - shape.Ink.Height * scale), recolour, asleep);
        if (facts.Hat is { } hat)
        {
            var hatShape = ArtworkShape.Of(hat);
            var wide = Math.Min(47 / hatShape.Ink.Width, 32 / hatShape.Ink.Height);
            var brim = Math.Max(Chin - shape.Ink.Height * scale + 13, hatShape.Ink.Height * wide);
            Piece(canvas, hatShape, wide, new SKPoint(Middle, brim - hatShape.Ink.Height * wide), colour => colour);
        }

        if (facts.Tool is { } tool)
        {
            var toolShape = ArtworkShape.Of(tool);
            var before = ArtworkBook.FactsOf(tool).Held == HeldAt.Before;
            var size = Math.Min((before ? 42 : 25) / toolShape.Ink.Width, (before ? 30 : 44) / toolShape.Ink.Height);
            var top = Math.Min(70 - toolShape.Ink.Height * size * 0.5f, 98 - toolShape.Ink.Height * size);
            Piece(canvas, toolShape, size, new SKPoint(before ? Middle : 43, top), colour => colour);
        }

        canvas.RestoreToCount(save);
    }

    // Draws a piece so that the middle of its upper edge is at a point.
    private static void Piece(
        SKCanvas canvas, ArtworkShape shape, float scale, SKPoint top, Func<SKColor, SKColor> recolour,
        bool asleep = false)
    {
        var save = canvas.Save();
        canvas.Translate(top.X - shape.Ink.MidX * scale, top.Y);
        canvas.Scale(scale);
        canvas.Translate(0, -shape.Ink.Top);
        shape.Draw(canvas, recolour, asleep);
        canvas.RestoreToCount(save);
    }

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
