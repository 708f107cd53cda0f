using OpenAIImages.Painter.Drawing.Vectors;
using OpenAIImages.Painter.Rasters;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Scenes.Settings;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing;

/// <summary>
/// The shared tools to paint one scene: the canvas, its measures, the light and a source of chance.
/// </summary>
internal sealed class Easel(SKCanvas canvas, int width, int height, Scene scene)
{
    private const float MostLinear = 3;

    public SKCanvas Canvas { get; } = canvas;

    public int Width { get; } = width;

    public int Height { get; } = height;

    public Scene Scene { get; } = scene;

    /// <summary>Gets the pixels of one short edge, the unit of length of scenes.</summary>
    public float Edge { get; } = Math.Min(width / scene.Width, height / scene.Height);

    /// <summary>Gets a thousandth of a short edge in pixels, for strokes and blurs.</summary>
    public float Unit => Edge / 1000;

    public float Horizon => Scene.Horizon * Edge;

    /// <summary>Gets the moment of a loop that is drawn, 0 to below 1; 0 in a picture that stands still.</summary>
    public float Phase { get; init; }

    /// <summary>Gets a value indicating whether the canvas takes shapes alone: no pixels, blurs and layers.</summary>
    public bool Vector { get; init; }

    public StyleLook Look { get; } = StyleLook.Of(scene.Style);

    public Palette Palette { get; } = Palette.For(
        scene.Time, scene.Weather, scene.Hour, scene.Look);

    /// <summary>Gets the place, as far as it is drawn with the backdrop of the scene.</summary>
    public Setting Setting { get; } = SettingBook.Get(scene.Setting).Backdrop == scene.Place
        ? SettingBook.Get(scene.Setting) : SettingBook.Get(DrawnPlace.NameOf(scene.Place));

    public SeededRandom Random { get; private set; } = new(scene.Seed ^ 0x5EED);

    public float SunX => Width * (Scene.LightFromRight ? 0.64f + 0.26f * Scene.Hour : 0.36f - 0.26f * Scene.Hour);

    /// <summary>Restarts the source of chance, so that the next part is independent of the last one.</summary>
    public void Restart(ulong key) => Random = new SeededRandom(Scene.Seed ^ key * 0x9E3779B97F4A7C15UL);

    public uint NextSeed() => (uint)Random.Next();

    /// <summary>Gives the colour of a thing in this place; the usual colour when the place names none.</summary>
    public SKColor OwnColour(string name, SKColor usual)
        => Setting.Colours.TryGetValue(name, out var own) ? SKColor.Parse(own) : usual;

    /// <summary>Gives a colour as it looks in the light of the scene.</summary>
    public SKColor Lit(SKColor colour) => colour.In(Palette.Light);

    /// <summary>Gives a colour as it looks in the light of the scene and far away.</summary>
    public SKColor Far(SKColor colour, float haze) => Colours.Mix(Lit(colour), Palette.Haze, haze);

    public void FillDown(SKRect area, params SKColor[] colours)
    {
        using var shader = SKShader.CreateLinearGradient(
            new SKPoint(0, area.Top), new SKPoint(0, area.Bottom), colours, SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader, IsDither = true };
        Canvas.DrawRect(area, paint);
    }

    public void FillDown(SKPath path, SKColor top, SKColor bottom, float from, float to)
    {
        using var shader = SKShader.CreateLinearGradient(
            new SKPoint(0, from), new SKPoint(0, to), [top, bottom], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader, IsDither = true, IsAntialias = true };
        Canvas.DrawPath(path, paint);
    }

    public void FillAround(
        SKRect area, SKPoint centre, float radius, SKColor[] colours, float[] stops,
        SKBlendMode mode = SKBlendMode.SrcOver)
    {
        using var shader = SKShader.CreateRadialGradient(centre, radius, colours, stops, SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader, IsDither = true, BlendMode = mode };
        Canvas.DrawRect(area, paint);
    }

    /// <summary>Draws a computed texture, stretched over an area.</summary>
    public void Texture(SKRect area, int columns, int rows, Func<float, float, SKColor> colourAt)
    {
        if (Vector)
        {
            VectorTexture.Paint(Canvas, area, colourAt);

            return;
        }

        using var computed = Pixels.Compute(columns, Math.Max(2, rows), colourAt);
        // The smooth filter takes three times as long by the pixel. It enlarges the texture in part, and shows no edges
        // of its pixels that way.
        using var image = area.Width < columns * MostLinear ? null : Enlarged(computed);
        Canvas.DrawImage(image ?? computed, area, new SKSamplingOptions(SKFilterMode.Linear));
    }

    private static SKImage Enlarged(SKImage image)
    {
        var (width, height) = (image.Width * (int)MostLinear, image.Height * (int)MostLinear);
        var pixels = Pixels.Borrow(width, height);
        pixels.DrawOver(canvas => canvas.DrawImage(
            image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKCubicResampler.Mitchell)));

        return pixels.ToImage();
    }

    /// <summary>Makes the outline of hills, closed at the bottom of the picture. The caller disposes of it.</summary>
    public SKPath Ridge(float line, float height, Func<float, float> heightAt)
    {
        using var path = new SKPathBuilder();
        path.MoveTo(-1, Height + 1);
        var steps = Math.Clamp(Width / 5, 40, 400);
        for (var step = 0; step <= steps; step++)
        {
            var x = step / (float)steps;
            path.LineTo(x * (Width + 2) - 1, line - (heightAt(x) - 0.5f) * 2 * height);
        }

        path.LineTo(Width + 1, Height + 1);
        path.Close();

        return path.Detach();
    }

    /// <summary>Gives rolling hills to <see cref="Ridge"/>.</summary>
    public Func<float, float> Hills(float frequency, uint seed, int octaves = 3)
    {
        var across = frequency * Width / Height;

        return x => Noise.Fractal(x * across + 3.1f, seed % 97, seed, octaves);
    }
}
