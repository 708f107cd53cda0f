using OpenAIImages.Painter.Rasters;
using SkiaSharp;

namespace OpenAIImages.Painter.Formats;

/// <summary>A picture that was read from a file.</summary>
/// <remarks>Its colours are not multiplied by alpha, so that unchanged pixels can be written back bit by
/// bit.</remarks>
/// <param name="width">The width, in pixels.</param>
/// <param name="height">The height, in pixels.</param>
/// <param name="straight">Four bytes a pixel: red, green, blue and alpha. The array can be longer.</param>
internal sealed class Photo(int width, int height, byte[] straight)
{
    private const float Slightly = 0.6f;

    public int Width { get; } = width;

    public int Height { get; } = height;

    public byte[] Straight { get; } = straight;

    /// <summary>Gets the size of the file in pixels. A very large one is read at a part of its size.</summary>
    public SKSizeI FileSize { get; init; } = new(width, height);

    /// <summary>Gets a value indicating whether the file has no transparency.</summary>
    public bool IsOpaque { get; init; }

    public SKImageInfo Info => new(
        Width, Height, SKColorType.Rgba8888, IsOpaque ? SKAlphaType.Opaque : SKAlphaType.Unpremul);

    /// <summary>Shows the photo as an image, without a copy. It must not change while the image lives.</summary>
    public SKImage ToImage() => SharedMemory.Image(Info, Straight);

    /// <summary>Gives pixels to draw on, in any size. It cuts off both sides where the shape differs.</summary>
    public Pixels Cover(int width, int height)
    {
        using var image = ToImage();

        return Pixels.Draw(width, height, canvas =>
        {
            var scale = Math.Max(width / (float)Width, height / (float)Height);
            var (wide, high) = (Width * scale, Height * scale);
            var area = SKRect.Create((width - wide) / 2, (height - high) / 2, wide, high);
            canvas.DrawImage(image, area, Sampling(scale));
        });
    }

    /// <summary>Gives the way to draw an image smaller or larger without steps or flicker.</summary>
    public static SKSamplingOptions Sampling(float scale) => scale switch
    {
        > 1 => new SKSamplingOptions(SKCubicResampler.Mitchell),
        1 => new SKSamplingOptions(SKFilterMode.Nearest),
        // The result still uses every pixel of the picture, so Skia need not make smaller copies first.
        > Slightly => new SKSamplingOptions(SKFilterMode.Linear),
        _ => new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear),
    };
}
