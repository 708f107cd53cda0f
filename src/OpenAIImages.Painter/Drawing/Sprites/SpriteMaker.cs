using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Rasters;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Words;
using OpenAIImages.Painter.Words.Meanings;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Sprites;

/// <summary>Makes the picture of one figure: its artwork, coloured, lit and shaded.</summary>
internal static class SpriteMaker
{
    // Shading costs memory by the pixel; above this, a larger sprite is an enlarged one.
    private const int LargestSide = 1_600;

    /// <summary>Makes a sprite. The caller disposes of it.</summary>
    public static SKImage Make(Easel easel, Figure figure)
    {
        var wanted = figure.Height * easel.Edge;
        var aspect = ArtworkShape.AspectOf(figure.Drawing);
        var height = Math.Min(wanted, LargestSide / Math.Max(1, aspect));
        var recolour = Recolouring.Of(figure);
        var light = Colours.Mix(SKColors.White, easel.Palette.Light, figure.Colour is null ? 0.85f : 0.4f);
        var indoors = easel.Scene.Place is Place.Studio or Place.Space or Place.Underwater;
        var pixels = Draw(
            figure.Drawing, Dressed(figure), height,
            colour => indoors ? recolour(colour) : recolour(colour).In(light), figure);
        if (!easel.Look.Volume)
        {
            return pixels.ToImage();
        }

        // A flipped sprite is mirrored after the shading, so the light comes from the other side here.
        VolumeShading.Apply(
            pixels, easel.Scene.LightFromRight ^ figure.Flip, easel.Palette.Sun,
            easel.Scene.Time == TimeOfDay.Night ? 0.6f : 1, HasFur(figure.Drawing, easel.Scene.Style),
            (uint)easel.Scene.Seed);
        Illuminate(easel, pixels, easel.Scene.LightFromRight ^ figure.Flip);

        return pixels.ToImage();
    }

    /// <summary>Makes a flat sprite without light. The caller disposes of it.</summary>
    public static SKImage MakeFlat(string drawing, float height, Func<SKColor, SKColor> recolour)
        => Draw(drawing, ArtworkBook.FactsOf(drawing), height, recolour).ToImage();

    /// <summary>Draws a flat artwork into a background.</summary>
    /// <param name="easel">The easel.</param>
    /// <param name="drawing">The name of the artwork.</param>
    /// <param name="foot">The middle of its lower edge.</param>
    /// <param name="height">Its height, in pixels.</param>
    /// <param name="recolour">Gives each of its colours as it looks there.</param>
    public static void DrawFlat(
        Easel easel, string drawing, SKPoint foot, float height, Func<SKColor, SKColor> recolour)
    {
        var save = easel.Canvas.Save();
        easel.Canvas.Translate(foot.X - height * ArtworkShape.AspectOf(drawing) / 2, foot.Y - height);
        DrawOn(easel.Canvas, drawing, height, recolour);
        easel.Canvas.RestoreToCount(save);
    }

    /// <summary>Draws an artwork into a box at the origin, of the given height.</summary>
    public static void DrawOn(SKCanvas canvas, string drawing, float height, Func<SKColor, SKColor> recolour)
        => DrawIn(
            canvas, drawing, ArtworkBook.FactsOf(drawing), height * ArtworkShape.AspectOf(drawing), height, recolour);

    /// <summary>Draws a figure with its clothes into a box at the origin, of the given height.</summary>
    public static void DrawOn(SKCanvas canvas, Figure figure, float height, Func<SKColor, SKColor> recolour) => DrawIn(
        canvas, figure.Drawing, Dressed(figure), height * ArtworkShape.AspectOf(figure.Drawing), height, recolour,
        figure);

    // The side towards the light is warmer, and the other one colder and darker.
    private static void Illuminate(Easel easel, Pixels pixels, bool lightFromRight)
    {
        var day = easel.Scene.Time == TimeOfDay.Day;
        var (lit, shaded) = lightFromRight ? (pixels.Width, 0) : (0, pixels.Width);
        using var shader = SKShader.CreateLinearGradient(
            new SKPoint(lit, 0), new SKPoint(shaded, pixels.Height),
            [
                easel.Palette.Sun.Fade(day ? 0.16f : easel.Scene.Time == TimeOfDay.Night ? 0.12f : 0.28f),
                easel.Palette.Sun.Fade(0),
                new SKColor(20, 16, 50).Fade(day ? 0.18f : 0.28f),
            ],
            [0, 0.45f, 1], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { BlendMode = SKBlendMode.SrcATop, Shader = shader };
        pixels.DrawOver(canvas => canvas.DrawPaint(paint));
    }

    private static ArtworkFacts Dressed(Figure figure)
    {
        var facts = ArtworkBook.FactsOf(figure.Drawing);

        return figure.Garment is not { } garment ? facts : facts with
        {
            Clothes = garment.Colour is { } colour ? Colours.Of(colour).ToString() : facts.Clothes,
            WearsRobe = garment.Long || facts.WearsRobe,
        };
    }

    private static Pixels Draw(
        string drawing, ArtworkFacts facts, float height, Func<SKColor, SKColor> recolour, Figure? posed = null)
    {
        var rows = Math.Max(2, (int)MathF.Ceiling(height));
        var columns = Math.Max(2, (int)MathF.Ceiling(height * ArtworkShape.AspectOf(drawing)));

        var pixels = Pixels.Borrow(columns, rows);
        pixels.DrawOver(canvas => DrawIn(canvas, drawing, facts, columns, rows, recolour, posed));

        return pixels;
    }

    private static void DrawIn(
        SKCanvas canvas, string drawing, ArtworkFacts facts, float width, float height, Func<SKColor, SKColor> recolour,
        Figure? posed = null)
    {
        var shape = ArtworkShape.Of(drawing);
        if (posed is not null && Poses.LiesOnBack(posed))
        {
            // The figure is turned about, and its width becomes its height.
            var thickness = width * ArtworkShape.AspectOf(drawing);
            canvas.Scale(1, height / thickness);
            canvas.Translate(0, thickness);
            canvas.RotateDegrees(-90);
            (width, height) = (thickness, width);
        }

        var (asleep, lies) = (posed?.Asleep ?? false, posed?.Lies ?? false);
        switch (facts.Body)
        {
            case ToyBody.Plush:
                PlushBody.Draw(canvas, facts, shape, height, recolour, asleep, lies);
                break;
            case ToyBody.Person:
                PersonBody.Draw(canvas, facts, shape, height, recolour, asleep);
                break;
            default:
                canvas.Scale(width / shape.Ink.Width, height / shape.Ink.Height);
                canvas.Translate(-shape.Ink.Left, -shape.Ink.Top);
                if (lies && shape.Belly is { } belly)
                {
                    FoldedLegs.Draw(canvas, shape, belly, recolour, asleep);
                    break;
                }

                shape.Draw(canvas, recolour, asleep);
                break;
        }
    }

    private static bool HasFur(string drawing, PaintStyle style)
        => style is PaintStyle.Storybook or PaintStyle.Photo && ArtworkBook.FactsOf(drawing).HasFur;
}
