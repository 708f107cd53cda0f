using OpenAIImages.Painter.Drawing.Sprites;
using OpenAIImages.Painter.Rasters;
using OpenAIImages.Painter.Words;
using OpenAIImages.Painter.Words.Meanings;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Backgrounds;

/// <summary>Open land under the sky: meadow, forest, mountains, snow, desert.</summary>
internal static class LandPainter
{
    // From this distance below the horizon, in thousandths of the edge, the foreground or a lake covers all.
    private const float CoveredFrom = 70;

    private static readonly SKColor SnowTint = new(240, 246, 252);

    public static void Paint(Easel easel)
    {
        var place = easel.Scene.Place;
        PaintFar(easel);
        var top = easel.Horizon + 50 * easel.Unit;
        Foreground(easel, top);
        if (place is Place.Snow)
        {
            Drifts(easel, top);
        }
        else if (place is Place.Desert)
        {
            Dunes(easel, top);
        }
        else
        {
            Mottle(easel, top);
            Grow(easel, top);
        }
    }

    /// <summary>Draws the sky, the mountains and the hills, down to the ground in front of the viewer.</summary>
    public static void PaintFar(Easel easel)
    {
        var place = easel.Scene.Place;
        SkyPainter.Paint(easel, easel.Horizon + 40 * easel.Unit);
        var save = easel.Canvas.Save();
        if (!easel.Vector)
        {
            var covered = MathF.Ceiling(easel.Horizon + (CoveredFrom * easel.Unit));
            easel.Canvas.ClipRect(new SKRect(0, 0, easel.Width, covered));
        }

        // Some meadows lie in front of mountains, others in front of the open sky.
        if (place != Place.Desert && (place != Place.Meadow || easel.Scene.Look % 2 == 0))
        {
            Mountains(easel, place is Place.Snow or Place.Mountain, place == Place.Mountain ? 2.6f : 1);
        }

        if (easel.Setting.Traits.Contains("stadium"))
        {
            StandsPainter.Paint(easel);
        }

        var (near, far) = Grounds(easel);
        for (var layer = 0; layer < 3; layer++)
        {
            Hill(easel, layer, near, far);
        }

        easel.Canvas.RestoreToCount(save);
    }

    private static void Grow(Easel easel, float top)
    {
        if (easel.Setting.Traits.Contains("snowy"))
        {
            Drifts(easel, top);

            return;
        }

        GrassPainter.Cover(easel, top);
        // One in six meadows has a road, unless the prompt decides it.
        if (easel.Setting.Traits.Contains("path") || easel.Scene.Look == 1 && easel.Setting.Key == "meadow")
        {
            PathPainter.Paint(easel, top);
        }
    }

    public static (SKColor Near, SKColor Far) Grounds(Easel easel)
    {
        var (near, far) = easel.Scene.Place switch
        {
            Place.Snow => (new SKColor(232, 240, 250), new SKColor(206, 222, 242)),
            Place.Desert => (new SKColor(232, 192, 128), new SKColor(208, 150, 84)),
            _ when easel.Scene.Season == Season.Autumn => (new SKColor(206, 164, 76), new SKColor(164, 108, 48)),
            _ when easel.Scene.Season == Season.Spring => (new SKColor(140, 196, 96), new SKColor(82, 158, 72)),
            _ => (Tinted(easel, new SKColor(118, 176, 84)), Tinted(easel, new SKColor(58, 128, 58))),
        };

        return (easel.OwnColour("near", near), easel.OwnColour("far", far));
    }

    private static SKColor Tinted(Easel easel, SKColor green)
        => Colours.Mix(green, LookTints.Green(easel.Scene.Look), 0.3f);

    private static void Mountains(Easel easel, bool snowy, float grandeur)
    {
        for (var layer = 0; layer < 3; layer++)
        {
            var nearness = layer / 2f;
            var stone = Colours.Mix(new SKColor(86, 112, 160), new SKColor(64, 96, 110), nearness);
            var rock = Colours.Mix(stone, easel.Palette.Haze, (grandeur > 1 ? 0.42f : 0.72f) - 0.3f * nearness);
            var seed = easel.NextSeed();
            var line = easel.Horizon - (70 - 30 * layer) * grandeur * easel.Unit;
            var height = (150 - 46 * layer) * grandeur * easel.Unit;
            using var ridge = easel.Ridge(line, height, Crests(easel, 2.2f + layer * 0.9f, seed));
            var peaks = snowy ? rock.Lighten(grandeur > 1 ? 0.86f : 0.35f) : rock;
            var foot = Colours.Mix(rock, easel.Palette.Haze, grandeur > 1 ? 0.1f : 0.7f);
            easel.FillDown(
                ridge, easel.Lit(peaks), easel.Lit(foot), line - height * (grandeur > 1 ? 0.5f : 1),
                easel.Horizon + (grandeur > 1 ? -90 : 20) * easel.Unit);
        }
    }

    // Hills with sharp crests and a rough edge.
    private static Func<float, float> Crests(Easel easel, float frequency, uint seed)
    {
        var hills = easel.Hills(frequency, seed);
        var across = frequency * easel.Width / easel.Height;

        return x =>
        {
            var crest = 1 - MathF.Abs(Noise.Value(x * across * 2.1f + 9, seed % 31, seed + 5) * 2 - 1);
            var rough = Noise.Fractal(x * across * 3.4f, 3, seed + 8, 3) - 0.5f;

            return hills(x) * 0.62f + crest * 0.3f + rough * 0.16f;
        };
    }

    private static void Hill(Easel easel, int layer, SKColor near, SKColor far)
    {
        var scene = easel.Scene;
        var nearness = layer / 2f;
        var hills = easel.Hills(1.4f + 0.5f * layer, easel.NextSeed());
        var line = easel.Horizon + (-8 + 22 * layer) * easel.Unit;
        var height = (34 - 5 * layer) * (scene.Setting == "hills" || scene.Look == 4 ? 2.6f : 1) * easel.Unit;
        if (layer > 0 && scene.Place != Place.Desert)
        {
            var trees = scene.Place switch
            {
                Place.Forest => 30,
                Place.Snow => 15,
                _ when easel.Setting.Traits.Contains("stadium") => 0,
                _ => 2 + easel.Random.Below(14),
            };
            for (var tree = 0; tree < trees; tree++)
            {
                var x = easel.Random.Unit();
                Tree(easel, x, line - (hills(x) - 0.5f) * 2 * height + 8 * easel.Unit, nearness);
            }
        }

        using var ridge = easel.Ridge(line, height, hills);
        easel.FillDown(
            ridge, easel.Far(Colours.Mix(near, far, 0.25f * layer), 0.42f - 0.18f * layer),
            easel.Far(far, 0.3f - 0.13f * layer), line - height, line + height * 3 + 60 * easel.Unit);
    }

    private static void Tree(Easel easel, float x, float foot, float nearness)
    {
        var place = easel.Scene.Place;
        var evergreen = place is Place.Snow or Place.Mountain ||
            easel.Random.Chance(place == Place.Forest ? 0.7f : 0.4f);
        var height = (place == Place.Forest ? 165 : 76) * easel.Unit * (0.8f + 0.5f * nearness) *
            easel.Random.Between(0.7f, 1.3f);
        var snowy = place == Place.Snow;
        var haze = 0.38f - 0.2f * nearness;
        SpriteMaker.DrawFlat(
            easel, evergreen ? "evergreen-tree" : "deciduous-tree", new SKPoint(x * easel.Width, foot), height,
            colour => easel.Far(
                snowy ? Colours.Mix(colour, SnowTint, 0.45f) : evergreen ? colour : Leaves(easel, colour, x), haze));
    }

    // Trunks keep their colour. Leaves change colour, in a different shade on each tree.
    private static SKColor Leaves(Easel easel, SKColor colour, float tree)
    {
        if (colour.Green <= colour.Red || easel.Scene.Season is not (Season.Autumn or Season.Spring))
        {
            return colour;
        }

        var turned = easel.Scene.Season == Season.Spring ? new SKColor(246, 176, 204)
            : Colours.Mix(new SKColor(222, 72, 30), new SKColor(246, 190, 52), tree * 7 % 1);

        var share = easel.Scene.Season == Season.Autumn ? 0.82f : tree * 5 % 1 > 0.5f ? 0.8f : 0;

        return Colours.Mix(colour, turned, share);
    }

    private static void Foreground(Easel easel, float top)
    {
        var (light, dark) = easel.Scene.Place switch
        {
            Place.Snow => (new SKColor(244, 248, 253), new SKColor(196, 214, 238)),
            Place.Desert => (new SKColor(240, 204, 140), new SKColor(206, 144, 78)),
            _ when easel.Scene.Season == Season.Autumn => (new SKColor(200, 158, 70), new SKColor(138, 92, 40)),
            Place.Forest => (new SKColor(84, 148, 58), new SKColor(30, 88, 38)),
            _ => (Tinted(easel, new SKColor(112, 180, 66)), Tinted(easel, new SKColor(42, 112, 40))),
        };
        (light, dark) = (easel.OwnColour("near", light), easel.OwnColour("far", dark));
        using var ridge = easel.Ridge(top, 16 * easel.Unit, easel.Hills(1.1f, easel.NextSeed()));
        easel.FillDown(ridge, easel.Far(light, 0.12f), easel.Lit(dark), top, easel.Height);
    }

    private static void Drifts(Easel easel, float top)
    {
        var depth = easel.Height - top;
        for (var drift = 0; drift < 5; drift++)
        {
            var y = top + depth * (0.12f + 0.2f * drift);
            using var ridge = easel.Ridge(y, (18 + 9 * drift) * easel.Unit,
                easel.Hills(1.1f + 0.3f * drift, easel.NextSeed()));
            easel.FillDown(
                ridge, easel.Lit(new SKColor(252, 253, 255)).Fade(0.82f),
                easel.Lit(new SKColor(206, 222, 242)).Fade(0.24f),
                y - 18 * easel.Unit, y + 130 * easel.Unit);
        }

        using var glitter = new SKPaint { IsAntialias = true };
        for (var grain = 0; grain < 420; grain++)
        {
            glitter.Color = easel.Lit(SKColors.White).Fade(easel.Random.Between(0.3f, 0.9f));
            easel.Canvas.DrawCircle(
                easel.Random.Unit() * easel.Width, top + depth * MathF.Sqrt(easel.Random.Unit()),
                easel.Random.Between(0.6f, 1.9f) * easel.Unit, glitter);
        }
    }

    private static void Dunes(Easel easel, float top)
    {
        for (var dune = 0; dune < 6; dune++)
        {
            var y = top + (easel.Height - top) * (0.1f + 0.17f * dune);
            using var ridge = easel.Ridge(y, (22 + 12 * dune) * easel.Unit,
                easel.Hills(0.9f + 0.2f * dune, easel.NextSeed(), 2));
            easel.FillDown(
                ridge, easel.Lit(new SKColor(244, 208, 146)).Fade(0.67f),
                easel.Lit(new SKColor(200, 138, 74)).Fade(0.16f),
                y - 30 * easel.Unit, y + 150 * easel.Unit);
        }
    }

    // Patches of lighter and darker green, larger towards the viewer.
    private static void Mottle(Easel easel, float top)
    {
        var seed = easel.NextSeed();
        var strength = easel.Scene.Time == TimeOfDay.Night ? 0.4f : 0.9f;
        easel.Texture(new SKRect(0, top, easel.Width, easel.Height), 192, 128, (x, y) =>
        {
            var depth = 0.25f + y;
            var patch = Noise.Fractal((x - 0.5f) * 7 / depth, 4.5f / depth, seed, 4) - 0.5f;
            var alpha = Math.Clamp(MathF.Abs(patch) * 1.9f, 0, 0.55f) * Math.Min(1, y * 7) * strength;

            return (patch > 0 ? new SKColor(220, 240, 110) : new SKColor(10, 60, 30)).Fade(alpha);
        });
    }
}
