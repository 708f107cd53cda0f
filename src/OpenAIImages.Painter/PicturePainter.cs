using SkiaSharp;

namespace OpenAIImages.Painter;

/// <summary>Paints a storybook picture of a prompt, without a network and without a model.</summary>
public sealed class PicturePainter : IPictureEngine
{
    /// <inheritdoc/>
    public Picture Paint(PictureRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();

        using var surface = SKSurface.Create(new SKImageInfo(request.Width, request.Height, SKColorType.Rgba8888));
        surface.Canvas.Clear(request.Transparent ? SKColors.Transparent : SKColors.SkyBlue);
        using var image = surface.Snapshot();
        using var data = image.Encode(
            request.Format switch
            {
                PictureFormat.Jpeg => SKEncodedImageFormat.Jpeg,
                PictureFormat.WebP => SKEncodedImageFormat.Webp,
                _ => SKEncodedImageFormat.Png,
            },
            request.Quality);

        return new Picture(data.ToArray(), request.Format, request.Width, request.Height, "day");
    }
}
