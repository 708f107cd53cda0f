using OpenAIImages.Painter.Words.Meanings;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Backgrounds;

/// <summary>A skyline and a street that leads to it.</summary>
internal static class CityPainter
{
    public static void Paint(Easel easel)
    {
        SkyPainter.Paint(easel, easel.Horizon + 60 * easel.Unit);
        for (var layer = easel.Setting.Traits.Contains("flat") ? 3 : 0; layer < 3; layer++)
        {
            Skyline(easel, layer);
        }

        Street(easel, easel.Horizon + 40 * easel.Unit);
    }

    private static void Skyline(Easel easel, int layer)
    {
        var nearness = layer / 2f;
        var (far, near) = LookTints.Facade(easel.Scene.Look);
        var stone = Colours.Mix(far, near, nearness);
        var facade = easel.Far(stone, 0.5f - 0.25f * nearness);
        using var paint = new SKPaint();
        for (var x = -20 * easel.Unit; x < easel.Width;)
        {
            var width = easel.Random.Between(60, 130) * easel.Unit;
            var height = easel.Random.Between(120, 400) * easel.Unit * (1 - 0.18f * layer);
            var foot = easel.Horizon + 60 * easel.Unit;
            var own = Colours.Mix(facade, SKColors.Black, easel.Random.Unit() * 0.12f);
            paint.Color = own;
            easel.Canvas.DrawRect(x, foot - height, width, height + 40 * easel.Unit, paint);
            Windows(easel, paint, own, new SKRect(x, foot - height, x + width, foot));
            x += width + easel.Random.Between(0, 10) * easel.Unit;
        }
    }

    private static void Windows(Easel easel, SKPaint paint, SKColor facade, SKRect house)
    {
        var dark = easel.Scene.Time is TimeOfDay.Night or TimeOfDay.Sunset;
        var unit = easel.Unit;
        for (var y = house.Top + 10 * unit; y < house.Bottom - 20 * unit; y += 22 * unit)
        {
            for (var x = house.Left + 9 * unit; x < house.Right - 14 * unit; x += 18 * unit)
            {
                var state = easel.Random.Unit();
                if (state < 0.4f)
                {
                    continue;
                }

                paint.Color = dark && state > 0.62f
                    ? new SKColor(255, 214, 130, 225) : Colours.Mix(facade, easel.Palette.Sky[^1], 0.4f).Fade(0.6f);
                easel.Canvas.DrawRect(x, y, 9 * unit, 12 * unit, paint);
            }
        }
    }

    private static void Street(Easel easel, float top)
    {
        var asphalt = easel.Lit(easel.OwnColour("floor", new SKColor(104, 106, 114)));
        easel.FillDown(
            new SKRect(0, top, easel.Width, easel.Height), Colours.Mix(asphalt, easel.Palette.Haze, 0.3f),
            asphalt.Darken(0.3f));
        using (var kerb = new SKPaint { Color = easel.Lit(new SKColor(178, 178, 182)) })
        {
            easel.Canvas.DrawRect(0, top, easel.Width, 14 * easel.Unit, kerb);
        }

        using var paint = new SKPaint { IsAntialias = true, Color = easel.Lit(new SKColor(250, 240, 210)).Fade(0.75f) };
        var line = top + (easel.Height - top) * 0.46f;
        for (var dash = -0.5f; dash < easel.Width / easel.Edge * 5; dash++)
        {
            var x = dash * 0.2f * easel.Edge;
            easel.Canvas.DrawRect(x, line, 0.11f * easel.Edge, 9 * easel.Unit, paint);
        }
    }
}
