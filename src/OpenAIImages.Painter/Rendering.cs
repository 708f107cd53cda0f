using OpenAIImages.Painter.Drawing;
using OpenAIImages.Painter.Drawing.Letters;
using OpenAIImages.Painter.Filters;
using OpenAIImages.Painter.Formats;
using OpenAIImages.Painter.Rasters;
using OpenAIImages.Painter.Scenes;
using SkiaSharp;

namespace OpenAIImages.Painter;

/// <summary>From a scene to pixels, and from pixels to a file.</summary>
internal static class Rendering
{
    /// <summary>Draws a scene and finishes it in its style.</summary>
    public static Pixels Draw(Scene scene, WorkingSize size, CancellationToken cancellationToken)
    {
        var last = StyleLook.Of(scene.Style).LettersLast;
        var pixels = Pixels.Draw(size.Width, size.Height, canvas =>
        {
            var easel = new Easel(canvas, size.Width, size.Height, scene);
            ScenePainter.Paint(easel, cancellationToken);
            if (!last)
            {
                WritingPainter.Paint(easel);
            }
        });
        cancellationToken.ThrowIfCancellationRequested();
        FilterSet.Apply(pixels, scene.Style, (uint)scene.Seed, opaque: !scene.Transparent && !scene.Badge);
        if (last && scene.Writings.Count > 0)
        {
            pixels.DrawOver(canvas => WritingPainter.Paint(new Easel(canvas, size.Width, size.Height, scene)));
        }

        cancellationToken.ThrowIfCancellationRequested();

        return pixels;
    }

    /// <summary>Writes pixels in the size and format asked for.</summary>
    public static byte[] Encode(PictureRequest request, Pixels pixels)
    {
        pixels = pixels.Resize(request.Width, request.Height);
        using var image = request.Format == PictureFormat.Jpeg ? OnWhite(pixels).ToImage() : pixels.ToImage();

        return PictureEncoder.Encode(image, request.Format, request.Quality);
    }

    // JPEG has no transparency: what would be transparent becomes white.
    private static Pixels OnWhite(Pixels pixels)
    {
        using var image = pixels.ToImage();

        return Pixels.Draw(pixels.Width, pixels.Height, canvas =>
        {
            canvas.Clear(SKColors.White);
            canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
        });
    }
}
