using SkiaSharp;

namespace OpenAIImages.Painter.Rasters;

/// <summary>
/// Pixels to calculate with: four bytes each, red, green, blue and alpha, colours multiplied by alpha.
/// </summary>
internal sealed class Pixels(int width, int height)
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    public byte[] Bytes { get; } = new byte[width * height * 4];

    private SKImageInfo Info => new(Width, Height, SKColorType.Rgba8888, SKAlphaType.Premul);

    public static Pixels Of(SKSurface surface, int width, int height)
    {
        var pixels = new Pixels(width, height);
        using var image = surface.PeekPixels();
        image.GetPixelSpan().CopyTo(pixels.Bytes);

        return pixels;
    }

    /// <summary>Gives what is drawn on a transparent canvas.</summary>
    public static Pixels Draw(int width, int height, Action<SKCanvas> draw)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Clear(SKColors.Transparent);
        draw(surface.Canvas);
        surface.Canvas.Flush();

        return Of(surface, width, height);
    }

    /// <summary>Draws over the pixels.</summary>
    public void DrawOver(Action<SKCanvas> draw)
    {
        using var image = ToImage();
        var drawn = Draw(Width, Height, canvas =>
        {
            canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
            draw(canvas);
        });
        drawn.Bytes.CopyTo(Bytes, 0);
    }

    /// <summary>Gives the pixels in another size; the shape may change.</summary>
    public Pixels Resize(int width, int height)
    {
        if (width == Width && height == Height)
        {
            return this;
        }

        using var image = ToImage();

        return Draw(width, height, canvas => canvas.DrawImage(
            image, new SKRect(0, 0, width, height),
            width > Width ? new SKSamplingOptions(SKCubicResampler.Mitchell)
                : new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)));
    }

    public SKImage ToImage() => SKImage.FromPixelCopy(Info, Bytes);

    /// <summary>Computes an image, a pixel at a time, from positions between 0 and 1.</summary>
    public static SKImage Compute(int width, int height, Func<float, float, SKColor> colourAt)
    {
        var pixels = new Pixels(width, height);
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                var colour = colourAt((x + 0.5f) / width, (y + 0.5f) / height);
                var at = (y * width + x) * 4;
                pixels.Bytes[at] = (byte)(colour.Red * colour.Alpha / 255);
                pixels.Bytes[at + 1] = (byte)(colour.Green * colour.Alpha / 255);
                pixels.Bytes[at + 2] = (byte)(colour.Blue * colour.Alpha / 255);
                pixels.Bytes[at + 3] = colour.Alpha;
            }
        });

        return pixels.ToImage();
    }

    /// <summary>Gets how bright each pixel is, 0 to 255.</summary>
    public float[] Brightness()
    {
        var brightness = new float[Width * Height];
        for (var pixel = 0; pixel < brightness.Length; pixel++)
        {
            var at = pixel * 4;
            brightness[pixel] = 0.3f * Bytes[at] + 0.59f * Bytes[at + 1] + 0.11f * Bytes[at + 2];
        }

        return brightness;
    }
}
