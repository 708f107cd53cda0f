using OpenAIImages.Painter.Rasters;
using OpenAIImages.Painter.Words.Meanings;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Backgrounds;

/// <summary>Grass, blade by blade, and the flowers in it.</summary>
internal static class GrassPainter
{
    private const int Rows = 26;
    private static readonly SKColor[] Greens =
        [new(34, 100, 36), new(62, 138, 44), new(98, 172, 56), new(150, 206, 84)];

    private static readonly SKColor[] AutumnGreens =
        [new(104, 84, 30), new(146, 118, 40), new(186, 142, 52), new(220, 176, 84)];

    private static readonly SKColor[] Petals =
        [new(255, 255, 255), new(255, 214, 64), new(244, 120, 170), new(178, 130, 230)];

    /// <summary>Covers the ground from <paramref name="top"/> down. Nearer blades are longer.</summary>
    public static void Cover(Easel easel, float top)
    {
        var seed = easel.NextSeed();
        var band = easel.Height - top;
        for (var row = 0; row < Rows; row++)
        {
            var depth = (row + 0.5f) / Rows;
            var y = top + band * MathF.Pow(depth, 1.35f);
            var length = (5 + 58 * depth) * easel.Unit;
            var blades = Math.Min(1_500, (int)(easel.Width / (length * 0.16f + 1.6f * easel.Unit) * 0.8f));
            var rowHeight = band * 1.35f * MathF.Pow(depth, 0.35f) / Rows;
            using var grass = new BladeBundle();
            for (var blade = 0; blade < blades; blade++)
            {
                var x = easel.Random.Unit() * easel.Width;
                var lush = Noise.Value(x / easel.Width * 9 / (0.3f + depth), depth * 7, seed);
                var tall = length * easel.Random.Between(0.55f, 1.25f) * (0.6f + 0.7f * lush);
                var lean = (easel.Random.Bell() * 0.45f + 0.12f * MathF.Sin(x / easel.Width * 9)) * tall;
                grass.Add(
                    (int)(easel.Random.Unit() * 2 + lush * 2.6f), x, y + easel.Random.Between(-0.5f, 0.9f) * rowHeight,
                    tall, lean,
                    tall * 0.075f + 0.35f * easel.Unit);
            }

            grass.Draw(easel.Canvas, green => easel.Far(Blade(easel, green), 0.3f * (1 - depth)));
            for (var flower = Flowers(easel, row); flower > 0; flower--)
            {
                Flower(easel, easel.Random.Unit() * easel.Width, y - length * 0.6f, length * 0.19f);
            }
        }
    }

    /// <summary>Draws the blades that hide the feet of a figure.</summary>
    public static void Tuft(Easel easel, float x, float y, float halfWidth, float tallest)
    {
        using var grass = new BladeBundle();
        var blades = Math.Clamp((int)(halfWidth / (1.25f * easel.Unit)), 8, 400);
        for (var blade = 0; blade < blades; blade++)
        {
            var tall = tallest * easel.Random.Between(0.4f, 1);
            grass.Add(
                easel.Random.Below(4), x + easel.Random.Between(-1, 1) * halfWidth,
                y + easel.Random.Between(0.05f, 0.42f) * tallest,
                tall, easel.Random.Bell() * 0.35f * tall, tall * 0.075f + 0.4f * easel.Unit);
        }

        grass.Draw(easel.Canvas, green => easel.Lit(Blade(easel, green)));
    }

    // A place may have its own colours of grass. The nearer colour tints the blades.
    private static SKColor Blade(Easel easel, int shade)
    {
        var blade = easel.Scene.Season == Season.Autumn ? AutumnGreens[shade]
            : Colours.Mix(Greens[shade], LookTints.Green(easel.Scene.Look).Darken(0.45f - 0.15f * shade), 0.4f);

        return easel.Setting.Colours.TryGetValue("near", out var own)
            ? Colours.Mix(blade, SKColor.Parse(own).Darken(0.3f - 0.1f * shade), 0.55f) : blade;
    }

    private static int Flowers(Easel easel, int row) => easel.Scene.Season switch
    {
        Season.Autumn or Season.Winter => 0,
        Season.Spring => 3 + easel.Random.Below(6),
        _ => row % 2 == 0 ? easel.Random.Below(easel.Setting.Key == "garden" || easel.Scene.Look == 2 ? 9 : 4) : 0,
    };

    private static void Flower(Easel easel, float x, float y, float size)
    {
        using var paint = new SKPaint
        {
            IsAntialias = true,
            Color = easel.Lit(Petals[easel.Random.Below(Petals.Length)]),
        };
        for (var petal = 0; petal < 5; petal++)
        {
            var angle = petal * 1.2566f + x;
            easel.Canvas.DrawCircle(x + MathF.Cos(angle) * size * 0.62f, y + MathF.Sin(angle) * size * 0.5f,
                size * 0.5f, paint);
        }

        paint.Color = easel.Lit(new SKColor(250, 190, 50));
        easel.Canvas.DrawCircle(x, y, size * 0.36f, paint);
    }

    /// <summary>Blades of grass grouped by shade, so that a thousand blades need only four draw calls.</summary>
    private sealed class BladeBundle : IDisposable
    {
        private readonly SKPathBuilder[] _shades = [new(), new(), new(), new()];

        public void Add(int shade, float x, float foot, float length, float lean, float halfWidth)
        {
            var path = _shades[Math.Clamp(shade, 0, _shades.Length - 1)];
            path.MoveTo(x - halfWidth, foot);
            path.QuadTo(x - halfWidth * 0.4f + lean * 0.3f, foot - length * 0.55f, x + lean, foot - length);
            path.QuadTo(x + halfWidth * 0.7f + lean * 0.3f, foot - length * 0.5f, x + halfWidth, foot);
            path.Close();
        }

        public void Draw(SKCanvas canvas, Func<int, SKColor> colourOf)
        {
            for (var shade = 0; shade < _shades.Length; shade++)
            {
                using var path = _shades[shade].Detach();
                using var paint = new SKPaint { IsAntialias = true, Color = colourOf(shade) };
                canvas.DrawPath(path, paint);
            }
        }

        public void Dispose()
        {
            foreach (var shade in _shades)
            {
                shade.Dispose();
            }
        }
    }
}
