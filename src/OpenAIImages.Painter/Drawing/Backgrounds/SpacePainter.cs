using OpenAIImages.Painter.Rasters;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Backgrounds;

/// <summary>Nebulae, stars and a planet in the corner.</summary>
internal static class SpacePainter
{
    private static readonly SKColor Violet = new(40, 30, 120);
    private static readonly SKColor Rose = new(200, 60, 150);
    private static readonly SKColor Cyan = new(60, 180, 220);

    public static void Paint(Easel easel)
    {
        easel.Canvas.Clear(new SKColor(8, 8, 24));
        var seed = easel.NextSeed();
        var area = new SKRect(0, 0, easel.Width, easel.Height);
        var (across, down) = (4.6f * easel.Width / easel.Edge, 4.6f * easel.Height / easel.Edge);
        easel.Texture(area, 320, 320 * easel.Height / easel.Width, (x, y) =>
        {
            var (nebulaX, nebulaY) = (x * across, y * down);
            var gas = Noise.Fractal(
                nebulaX + Noise.Fractal(nebulaX, nebulaY, seed + 7, 4) * 2.2f,
                nebulaY + Noise.Fractal(nebulaX + 5, nebulaY, seed + 9, 4) * 2.2f, seed, 6);
            var tint = Math.Clamp(Noise.Fractal(nebulaX * 0.6f, nebulaY * 0.6f, seed + 3, 4) * 1.6f - 0.3f, 0, 1);
            var glow = Colours.Mix(Violet, Colours.Mix(Rose, Cyan, tint), Math.Clamp((gas - 0.35f) * 2.4f, 0, 1));

            return glow.Fade(Math.Clamp((gas - 0.36f) * 2.6f, 0, 0.9f));
        });
        SkyPainter.Stars(easel, area, 700);
        var radius = easel.Edge * easel.Random.Between(0.14f, 0.22f);
        var centre = new SKPoint(easel.Width * (easel.Scene.LightFromRight ? 0.14f : 0.86f), easel.Height * 0.86f);
        var hue = easel.Random.Between(0, 360);
        var side = easel.Scene.LightFromRight ? 0.4f : -0.4f;
        var lit = new SKPoint(centre.X + side * radius, centre.Y - 0.45f * radius);
        using var shader = SKShader.CreateRadialGradient(
            lit, radius * 1.5f,
            [
                Colours.OfHue(hue, 0.8f, 0.74f), Colours.OfHue(hue - 30, 0.5f, 0.5f),
                Colours.OfHue(hue - 60, 0.6f, 0.16f),
            ],
            SKShaderTileMode.Clamp);
        using var planet = new SKPaint { IsAntialias = true, Shader = shader };
        easel.Canvas.DrawCircle(centre, radius, planet);
    }
}
