using OpenAIImages.Painter.Drawing.Sprites;
using OpenAIImages.Painter.Scenes;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing;

/// <summary>A round badge with one subject, for logos and icons.</summary>
internal static class BadgePainter
{
    // The share by which a badge grows and shrinks in a loop, and the degrees by which its subject turns.
    private const float Breath = 0.015f;
    private const float Sway = 5;

    public static void Paint(Easel easel)
    {
        var figure = easel.Scene.Figures.Count > 0 ? easel.Scene.Figures[0] : null;
        var colour = easel.Scene.PlaceColour is { } named ? Colours.Of(named)
            : Colours.OfHue(easel.Random.Between(190, 300), 0.55f, 0.5f);
        var centre = new SKPoint(easel.Width / 2f, easel.Height / 2f);
        var radius = Math.Min(easel.Width, easel.Height) * 0.43f;
        // In a loop, the badge breathes and its subject sways. At the first moment both are at rest.
        var swing = MathF.Sin(easel.Phase * MathF.Tau);
        var breath = 1 + swing * Breath;
        easel.Canvas.Save();
        easel.Canvas.Scale(breath, breath, centre.X, centre.Y);
        Disc(easel, centre, radius, colour);
        easel.Canvas.RotateDegrees(swing * Sway, centre.X, centre.Y);
        if (figure is not null)
        {
            Subject(easel, figure, centre, radius);
        }

        easel.Canvas.Restore();
    }

    private static void Subject(Easel easel, Figure figure, SKPoint centre, float radius)
    {
        var aspect = ArtworkShape.AspectOf(figure.Drawing);
        var height = Math.Min(radius * 1.28f, radius * 1.34f / aspect);
        if (easel.Vector)
        {
            SpriteMaker.DrawFlat(
                easel, figure.Drawing, new SKPoint(centre.X, centre.Y + height / 2), height,
                Recolouring.Of(figure with { Shade = 0 }));

            return;
        }

        using var sprite = SpriteMaker.MakeFlat(figure.Drawing, height, Recolouring.Of(figure with { Shade = 0 }));
        var (left, top) = (centre.X - sprite.Width / 2f, centre.Y - sprite.Height / 2f);
        var unit = easel.Unit;
        Stamp(easel, sprite, left + 8 * unit, top + 16 * unit, new SKColor(10, 6, 40, 110), 10 * unit);
        for (var step = 0; step < 24; step++)
        {
            var angle = step * MathF.PI / 12;
            Stamp(easel, sprite, left + MathF.Cos(angle) * 9 * unit, top + MathF.Sin(angle) * 9 * unit, SKColors.White,
                0);
        }

        easel.Canvas.DrawImage(sprite, left, top, new SKSamplingOptions(SKFilterMode.Linear));
    }

    private static void Disc(Easel easel, SKPoint centre, float radius, SKColor colour)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = colour.Darken(0.45f) };
        easel.Canvas.DrawCircle(centre, radius, paint);
        paint.Color = SKColors.White;
        easel.Canvas.DrawCircle(centre, radius * 0.955f, paint);
        using var shader = SKShader.CreateLinearGradient(
            new SKPoint(centre.X - radius, centre.Y - radius), new SKPoint(centre.X + radius, centre.Y + radius),
            [Colours.Mix(colour, new SKColor(90, 200, 255), 0.4f), colour, colour.Darken(0.5f)],
                SKShaderTileMode.Clamp);
        paint.Color = SKColors.Black;
        paint.Shader = shader;
        easel.Canvas.DrawCircle(centre, radius * 0.91f, paint);
    }

    private static void Stamp(Easel easel, SKImage sprite, float x, float y, SKColor colour, float blur)
    {
        using var filter = SKColorFilter.CreateBlendMode(colour, SKBlendMode.SrcIn);
        using var soft = blur > 0 ? SKImageFilter.CreateBlur(blur, blur) : null;
        using var paint = new SKPaint { ColorFilter = filter, ImageFilter = soft };
        easel.Canvas.DrawImage(sprite, x, y, new SKSamplingOptions(SKFilterMode.Linear), paint);
    }
}
