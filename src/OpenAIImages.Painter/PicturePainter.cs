using OpenAIImages.Painter.Drawing;
using OpenAIImages.Painter.Drawing.Sprites;
using OpenAIImages.Painter.Filters;
using OpenAIImages.Painter.Formats;
using OpenAIImages.Painter.Rasters;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Words;
using SkiaSharp;

namespace OpenAIImages.Painter;

/// <summary>Paints a storybook picture of a prompt, without a network and without a model.</summary>
/// <remarks>
/// Safe for concurrent use. A picture of 1,024 by 1,024 takes a fraction of a second, one of 3,840 by 2,160 some
/// seconds and a few hundred megabytes while it is painted.
/// </remarks>
public sealed class PicturePainter : IPictureEngine
{
    /// <inheritdoc/>
    public Picture Paint(PictureRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var meaning = PromptReader.Read(request.Prompt);
        var transparent = (request.Transparent || meaning.Transparent) && request.Format != PictureFormat.Jpeg;
        meaning = meaning with { Transparent = transparent };
        var size = WorkingSize.For(request, meaning.Style);
        var scene = Compose(request, meaning, size);

        using var surface = SKSurface.Create(Info(size.Width, size.Height));
        surface.Canvas.Clear(SKColors.Transparent);
        ScenePainter.Paint(new Easel(surface.Canvas, size.Width, size.Height, scene), cancellationToken);
        surface.Canvas.Flush();
        cancellationToken.ThrowIfCancellationRequested();
        var pixels = Pixels.Of(surface, size.Width, size.Height);
        FilterSet.Apply(pixels, scene.Style, (uint)scene.Seed, opaque: !transparent && !scene.Badge);
        cancellationToken.ThrowIfCancellationRequested();
        var bytes = Finish(request, pixels);

        return new Picture(
            bytes, request.Format, request.Width, request.Height, MeaningText.Describe(meaning, scene.Place));
    }

    /// <summary>Decides who stands where; the rest of the work only draws it.</summary>
    internal static Scene Compose(PictureRequest request, Meaning meaning, WorkingSize size)
    {
        var seed = SeededRandom.SeedOf(request.Prompt) + (ulong)request.Variant * 0x9E3779B97F4A7C15UL;

        return SceneComposer.Compose(meaning, size.Width / (float)size.Height, seed, ArtworkShape.AspectOf);
    }

    private static byte[] Finish(PictureRequest request, Pixels pixels)
    {
        using var surface = SKSurface.Create(Info(request.Width, request.Height));
        // JPEG has no transparency: what would be transparent becomes white.
        surface.Canvas.Clear(request.Format == PictureFormat.Jpeg ? SKColors.White : SKColors.Transparent);
        using (var image = pixels.ToImage())
        {
            var enlarged = request.Width > pixels.Width;
            surface.Canvas.DrawImage(
                image, new SKRect(0, 0, request.Width, request.Height),
                enlarged ? new SKSamplingOptions(SKCubicResampler.Mitchell)
                    : new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }

        surface.Canvas.Flush();

        return PictureEncoder.Encode(surface, request.Format, request.Quality);
    }

    private static SKImageInfo Info(int width, int height)
        => new(width, height, SKColorType.Rgba8888, SKAlphaType.Premul);
}
