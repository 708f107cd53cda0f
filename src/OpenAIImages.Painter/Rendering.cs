using OpenAIImages.Painter.Drawing;
using OpenAIImages.Painter.Drawing.Letters;
using OpenAIImages.Painter.Drawing.Motions;
using OpenAIImages.Painter.Filters;
using OpenAIImages.Painter.Filters.Styles;
using OpenAIImages.Painter.Formats;
using OpenAIImages.Painter.Rasters;
using OpenAIImages.Painter.Scenes;
using SkiaSharp;

namespace OpenAIImages.Painter;

/// <summary>Draws a scene as pixels, and writes pixels as a file.</summary>
internal static class Rendering
{
    // A scene without motion comes nearer by this factor in the middle of the animation.
    private const float Nearer = 0.05f;

    private const uint FacetSeed = 1;

    /// <summary>Draws a scene and finishes it in its style.</summary>
    public static Pixels Draw(Scene scene, WorkingSize size, CancellationToken cancellationToken)
    {
        var pixels = Pixels.Draw(size.Width, size.Height, canvas =>
        {
            var easel = new Easel(canvas, size.Width, size.Height, scene);
            ScenePainter.Paint(easel, cancellationToken);
            WriteFirst(easel);
        });
        cancellationToken.ThrowIfCancellationRequested();
        Finish(pixels, scene, size);
        cancellationToken.ThrowIfCancellationRequested();

        return pixels;
    }

    /// <summary>Draws a scene as a loop in which living, flying and floating things move.</summary>
    public static IReadOnlyList<Pixels> Animate(
        Scene scene, WorkingSize size, int count, CancellationToken cancellationToken)
    {
        using var place = Pixels.Draw(size.Width, size.Height, canvas => ScenePainter.PaintPlace(
            new Easel(canvas, size.Width, size.Height, scene))).ToImage();
        var frames = new Pixels[count];
        for (var number = 0; number < count; number++)
        {
            var phase = number / (float)count;
            frames[number] = Pixels.Draw(size.Width, size.Height, canvas =>
            {
                var easel = new Easel(canvas, size.Width, size.Height, SceneMotion.At(scene, phase))
                {
                    Phase = phase,
                };
                PlaceMotion.Paint(easel, place);
                ScenePainter.PaintFigures(easel, cancellationToken);
                PlaceMotion.Glint(easel);
                WriteFirst(easel);
            });
            Finish(frames[number], scene, size);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return Array.TrueForAll(frames, frame => frame.Bytes.AsSpan().SequenceEqual(frames[0].Bytes))
            ? Approach(frames[0], count) : frames;
    }

    // Words alone on a sheet have nothing that could move, so the viewer comes nearer and goes back.
    private static Pixels[] Approach(Pixels pixels, int count)
        => [.. Enumerable.Range(0, count).Select(number
            => Near(pixels, 1 + Nearer * MathF.Sin(number / (float)count * MathF.PI)))];

    /// <summary>Writes pixels in the size and format asked for. They may change, so this is their last use.</summary>
    /// <param name="request">The size and format.</param>
    /// <param name="pixels">The pixels.</param>
    /// <param name="note">A text to put into a PNG file; null for none.</param>
    public static byte[] Encode(PictureRequest request, Pixels pixels, string? note = null)
    {
        var sized = pixels.Resize(request.Width, request.Height);
        if (sized != pixels)
        {
            pixels.Release();
        }

        var bytes = EncodeSized(request, sized, note);
        sized.Release();

        return bytes;
    }

    /// <summary>Writes the frames of an animation in the size asked for.</summary>
    public static byte[] Encode(PictureRequest request, IReadOnlyList<Pixels> frames)
        => GifEncoder.Encode([.. frames.Select(frame => frame.Resize(request.Width, request.Height))],
            request.FrameDuration);

    private static byte[] EncodeSized(PictureRequest request, Pixels pixels, string? note)
    {
        if (request.Format == PictureFormat.Gif)
        {
            return Encode(request, Approach(pixels, request.FrameCount));
        }

        if (request.Format == PictureFormat.Svg)
        {
            return SvgFacets.Write(
                LowPolyFilter.Facets(pixels, FacetSeed), pixels.Width, pixels.Height);
        }

        if (request.Format == PictureFormat.Jpeg)
        {
            // JPEG has no transparency, so transparent pixels become white.
            pixels.DrawOver(canvas => canvas.DrawColor(SKColors.White, SKBlendMode.DstOver));
        }

        using var image = pixels.ToImage();

        return PictureEncoder.Encode(image, request.Format, request.Quality, note: note);
    }

    private static void WriteFirst(Easel easel)
    {
        if (!easel.Look.LettersLast)
        {
            WritingPainter.Paint(easel);
        }
    }

    private static void Finish(Pixels pixels, Scene scene, WorkingSize size)
    {
        FilterSet.Apply(pixels, scene.Style, (uint)scene.Seed, opaque: !scene.Transparent && !scene.Badge);
        if (StyleLook.Of(scene.Style).LettersLast && scene.Writings.Count > 0)
        {
            pixels.DrawOver(canvas => WritingPainter.Paint(new Easel(canvas, size.Width, size.Height, scene)));
        }
    }

    private static Pixels Near(Pixels pixels, float scale)
    {
        using var image = pixels.ToImage();
        var (across, down) = (pixels.Width * (scale - 1) / 2, pixels.Height * (scale - 1) / 2);

        return Pixels.Draw(pixels.Width, pixels.Height, canvas => canvas.DrawImage(
            image, new SKRect(-across, -down, pixels.Width + across, pixels.Height + down),
            new SKSamplingOptions(SKFilterMode.Linear)));
    }
}
