using System.Buffers;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace OpenAIImages.Painter.Rasters;

/// <summary>
/// Pixels to calculate with: four bytes each, red, green, blue and alpha, colours multiplied by alpha.
/// </summary>
internal sealed class Pixels
{
    private readonly bool _borrowed;

    public Pixels(int width, int height)
        : this(width, height, PixelStore.Take(width * height * 4), borrowed: false)
    {
    }

    private Pixels(int width, int height, byte[] bytes, bool borrowed)
        => (Width, Height, Bytes, _borrowed) = (width, height, bytes, borrowed);

    public int Width { get; }

    public int Height { get; }

    /// <summary>Gets the pixels, row by row. Borrowed memory is longer than they are.</summary>
    public byte[] Bytes { get; }

    /// <summary>Gets the rectangle of the whole picture.</summary>
    public SKRectI Box => new(0, 0, Width, Height);

    private SKImageInfo Info => new(Width, Height, SKColorType.Rgba8888, SKAlphaType.Premul);

    /// <summary>Gives the pixels of a drawing on a transparent canvas.</summary>
    public static Pixels Draw(int width, int height, Action<SKCanvas> draw)
    {
        var pixels = new Pixels(width, height);
        pixels.DrawOver(draw);

        return pixels;
    }

    /// <summary>Gives transparent pixels in borrowed memory, which their image gives back.</summary>
    public static Pixels Borrow(int width, int height)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(width * height * 4);
        Array.Clear(bytes, 0, width * height * 4);

        return new Pixels(width, height, bytes, borrowed: true);
    }

    /// <summary>Draws onto the pixels in place, without a copy.</summary>
    public void DrawOver(Action<SKCanvas> draw)
    {
        var pinned = GCHandle.Alloc(Bytes, GCHandleType.Pinned);
        try
        {
            using var surface = SKSurface.Create(Info, pinned.AddrOfPinnedObject(), Width * 4)
                ?? throw new InvalidOperationException($"Skia could not draw on {Width}x{Height} pixels.");
            draw(surface.Canvas);
            surface.Canvas.Flush();
        }
        finally
        {
            pinned.Free();
        }
    }

    /// <summary>Shows the pixels as an image, without a copy. They must not change while the image lives.</summary>
    /// <remarks>Disposing of the image gives borrowed memory back, so borrowed pixels have one image.</remarks>
    public SKImage ToImage() => SharedMemory.Image(Info, Bytes, _borrowed);

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

    /// <summary>Computes an image, a pixel at a time, from positions between 0 and 1.</summary>
    public static SKImage Compute(int width, int height, Func<float, float, SKColor> colourAt)
    {
        var pixels = Borrow(width, height);
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

    /// <summary>Gives its memory to the next picture of the same size. It must not be used afterwards.</summary>
    public void Release() => PixelStore.Give(Bytes);

    /// <summary>Gets the brightness of each pixel, 0 to 255. The caller disposes of it.</summary>
    public Field Brightness()
    {
        var brightness = new Field(Width, Height);
        for (var pixel = 0; pixel < Width * Height; pixel++)
        {
            var at = pixel * 4;
            brightness[pixel] = 0.3f * Bytes[at] + 0.59f * Bytes[at + 1] + 0.11f * Bytes[at + 2];
        }

        return brightness;
    }
}
