using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Drawing.Backgrounds;
using OpenAIImages.Painter.Drawing.Sprites;
using OpenAIImages.Painter.Drawing.Vectors;
using OpenAIImages.Painter.Rasters;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Words;
using OpenAIImages.Painter.Words.Meanings;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing;

/// <summary>
/// Draws one figure in its place: its shadow, itself, the light on it, and the ground before its feet.
/// </summary>
internal static class FigurePainter
{
    // A shadow is blurred at a part of its size, at which the blur still covers so many pixels.
    private const float SmallestBlur = 1.6f;

    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear);

    public static void Paint(Easel easel, Figure figure)
    {
        if (easel.Vector)
        {
            VectorFigure.Paint(easel, figure);

            return;
        }

        using var sprite = SpriteMaker.Make(easel, figure);
        var width = figure.Height * easel.Edge * sprite.Width / sprite.Height;
        var height = figure.Height * easel.Edge * figure.Flatness;
        var waterline = new SKPoint(figure.X * easel.Edge, figure.Y * easel.Edge);
        var afloat = figure.Afloat && !figure.Airborne;
        var draught = afloat ? height * ArtworkBook.FactsOf(figure.Drawing).Draught : 0;
        var foot = new SKPoint(waterline.X, waterline.Y + draught);
        var grounded = !figure.Airborne && !easel.Scene.Transparent;
        if (grounded && !figure.Afloat && easel.Look.Shadows)
        {
            Shadows(easel, sprite, foot, width, height, figure);
        }

        easel.Canvas.Save();
        if (afloat)
        {
            easel.Canvas.ClipRect(new SKRect(0, 0, easel.Width, waterline.Y));
        }

        if (figure.Shown < 1)
        {
            easel.Canvas.ClipRect(new SKRect(0, 0, easel.Width, foot.Y - height * (1 - figure.Shown)));
        }

        MoveTo(easel, foot, figure);
        easel.Canvas.DrawImage(sprite, new SKRect(-width / 2, -height, width / 2, 0), Smooth);
        easel.Canvas.Restore();
        if (grounded && easel.Look.Volume)
        {
            Feet(easel, waterline, width, height, figure.Afloat);
        }
    }

    private static void MoveTo(Easel easel, SKPoint foot, Figure figure)
    {
        easel.Canvas.Translate(foot);
        if (figure.Tilt != 0)
        {
            easel.Canvas.RotateDegrees(figure.Tilt);
        }

        if (figure.Flip)
        {
            easel.Canvas.Scale(-1, 1);
        }
    }

    private static void Shadows(Easel easel, SKImage sprite, SKPoint foot, float width, float height, Figure figure)
    {
        var snow = easel.Scene.Place == Place.Snow;
        var colour = snow ? new SKColor(70, 100, 160) : new SKColor(16, 20, 34);
        var strength = easel.Scene.Weather == Weather.Rain ? 0.16f
            : easel.Scene.Time == TimeOfDay.Night || snow ? 0.28f : 0.36f;
        var away = easel.Scene.LightFromRight ? -1f : 1f;
        if (easel.Scene.Place == Place.Wall)
        {
            OnWall(easel, sprite, foot, width, height, figure, away);
        }

        // On the ground the shadow lies flat, away from the light.
        var indoors = easel.Scene.Place is Place.Wall or Place.Studio or Place.Room or Place.Table or Place.Stage;
        var length = indoors ? 0.16f : 0.26f;
        easel.Canvas.Save();
        easel.Canvas.Translate(foot.X, foot.Y - height * 0.012f);
        easel.Canvas.Concat(new SKMatrix(1, -away * 0.9f * length / 0.26f, 0, 0, length, 0, 0, 0, 1));
        if (easel.Scene.Place == Place.Wall)
        {
            easel.Canvas.ClipRect(new SKRect(-width * 4, -(foot.Y - easel.Horizon) / length, width * 4, 10));
        }

        Silhouette(easel, sprite, new SKRect(-width / 2, -height, width / 2, 0), figure.Flip, colour.Fade(strength),
            5 * easel.Unit);
        easel.Canvas.Restore();
        using var blur = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, Math.Max(0.3f, 8 * easel.Unit));
        using var contact = new SKPaint { IsAntialias = true, Color = colour.Fade(strength * 1.1f), MaskFilter = blur };
        easel.Canvas.DrawOval(foot.X, foot.Y - height * 0.008f, width * 0.4f, height * 0.022f + 3 * easel.Unit,
            contact);
    }

    // The further away a thing stands from the wall, the further its shadow slides and the softer it is.
    private static void OnWall(
        Easel easel, SKImage sprite, SKPoint foot, float width, float height, Figure figure, float away)
    {
        var distance = Math.Max(0, foot.Y - easel.Horizon);
        easel.Canvas.Save();
        easel.Canvas.ClipRect(new SKRect(0, easel.Height * 0.2f, easel.Width, easel.Horizon));
        easel.Canvas.Translate(foot.X + away * distance * 0.9f, foot.Y - distance * 0.75f);
        if (figure.Tilt != 0)
        {
            easel.Canvas.RotateDegrees(figure.Tilt);
        }

        Silhouette(
            easel, sprite, new SKRect(-width / 2, -height, width / 2, 0), figure.Flip, new SKColor(50, 24, 50, 105),
            7 * easel.Unit);
        easel.Canvas.Restore();
    }

    private static void Silhouette(Easel easel, SKImage sprite, SKRect area, bool flip, SKColor colour, float blur)
    {
        var part = Math.Max(1, MathF.Floor(blur / SmallestBlur));
        blur /= part;
        // The blur reaches beyond the sprite.
        var rim = MathF.Ceiling(3 * blur);
        var (width, height) = (MathF.Ceiling(area.Width / part), MathF.Ceiling(area.Height / part));
        using var filter = SKColorFilter.CreateBlendMode(colour, SKBlendMode.SrcIn);
        using var soft = SKImageFilter.CreateBlur(blur, blur);
        using var paint = new SKPaint { ColorFilter = filter, ImageFilter = soft };
        var pixels = Pixels.Borrow((int)(width + 2 * rim), (int)(height + 2 * rim));
        pixels.DrawOver(canvas => canvas.DrawImage(sprite, SKRect.Create(rim, rim, width, height), Smooth, paint));
        using var shadow = pixels.ToImage();
        if (flip)
        {
            easel.Canvas.Scale(-1, 1);
        }

        var (across, down) = (rim * area.Width / width, rim * area.Height / height);
        easel.Canvas.DrawImage(shadow, SKRect.Inflate(area, across, down), Smooth);
    }

    private static void Feet(Easel easel, SKPoint foot, float width, float height, bool afloat)
    {
        var unit = easel.Unit;
        if (easel.Setting.Traits.Contains("harbour"))
        {
            return;
        }

        switch (easel.Setting.Traits.Contains("snowy") ? Place.Snow : easel.Scene.Place)
        {
            case Place.Meadow or Place.Forest or Place.Mountain or Place.River or Place.Lake when !afloat:
                GrassPainter.Tuft(easel, foot.X, foot.Y, width * 0.52f, Math.Min(44 * unit, 18 * unit + height * 0.1f));
                break;
            case Place.Snow:
                Mounds(easel, foot, width, new SKColor(246, 250, 255), 0.92f);
                break;
            case Place.Sea or Place.Beach or Place.Lake or Place.River when afloat:
                Mounds(easel, foot, width, new SKColor(235, 248, 255), 0.5f);
                break;
            case Place.Desert or Place.Beach:
                Mounds(easel, foot, width * 0.9f, new SKColor(236, 204, 146), 0.55f);
                break;
            default:
                break;
        }
    }

    private static void Mounds(Easel easel, SKPoint foot, float width, SKColor colour, float alpha)
    {
        using var blur = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, Math.Max(0.3f, 3 * easel.Unit));
        using var paint = new SKPaint { IsAntialias = true, Color = easel.Lit(colour).Fade(alpha), MaskFilter = blur };
        for (var at = -0.46f; at < 0.46f; at += 0.09f)
        {
            easel.Canvas.DrawOval(
                foot.X + at * width, foot.Y + easel.Random.Between(1, 6) * easel.Unit, width * 0.07f,
                easel.Random.Between(5, 10) * easel.Unit, paint);
        }
    }
}
