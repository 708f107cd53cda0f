using OpenAIImages.Painter.Editing.Recipes;
using OpenAIImages.Painter.Formats;
using OpenAIImages.Painter.Rasters;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Words.Meanings;
using SkiaSharp;

namespace OpenAIImages.Painter.Editing;

/// <summary>Makes variations of a picture.</summary>
internal static class PictureVariation
{
    private const float MostZoom = 1.2f;

    public static Picture Make(
        ReadOnlyMemory<byte> source, PictureRequest request, CancellationToken cancellationToken)
    {
        var photo = PictureDecoder.Decode(
            source, "the source", new SKSizeI((int)(request.Width * MostZoom), (int)(request.Height * MostZoom)));
        if (Recipe.Of(source) is { } recipe)
        {
            // The first variation uses the number after the variant of the source, so it differs from the source.
            var variant = unchecked(recipe.Variant + request.Variant + 1);

            return OwnPicture.Paint(recipe with { Variant = variant }, request, cancellationToken);
        }

        var random = new SeededRandom((ulong)request.Variant ^ 0x7A21);
        var pixels = Reframe(photo, request, random);
        cancellationToken.ThrowIfCancellationRequested();
        var style = (request.Variant % 3) switch
        {
            0 => PaintStyle.Oil,
            1 or -1 => PaintStyle.Watercolour,
            _ => PaintStyle.Storybook,
        };
        PictureLook.Restyle(pixels, style, (uint)random.Next());
        cancellationToken.ThrowIfCancellationRequested();
        var name = style == PaintStyle.Storybook ? "recoloured" : style.ToString().ToLowerInvariant();

        return new Picture(
            Rendering.Encode(request, pixels), request.Format, request.Width, request.Height,
            $"a picture of {photo.FileSize.Width}x{photo.FileSize.Height}; {name}");
    }

    // A variation is mirrored or not, a little nearer, a little to a side, and in slightly other colours.
    private static Pixels Reframe(Photo photo, PictureRequest request, SeededRandom random)
    {
        var covered = photo.Cover(request.Width, request.Height);
        using var image = covered.ToImage();
        var mirrored = request.Variant % 2 == 0;
        var zoom = random.Between(1.05f, MostZoom);
        var shift = new SKPoint(random.Between(-1, 1), random.Between(-1, 1));
        var angle = random.Between(7, 16) * (random.Chance(0.5f) ? 1 : -1);

        return Pixels.Draw(request.Width, request.Height, canvas =>
        {
            var slack = (zoom - 1) / 2;
            canvas.Translate(
                request.Width * (0.5f + slack * shift.X), request.Height * (0.5f + slack * shift.Y));
            canvas.Scale(mirrored ? -zoom : zoom, zoom);
            using var filter = SKColorFilter.CreateColorMatrix(HueTurn(angle, 1.08f));
            using var paint = new SKPaint { ColorFilter = filter };
            canvas.DrawImage(
                image, -request.Width / 2f, -request.Height / 2f, new SKSamplingOptions(SKCubicResampler.Mitchell),
                paint);
        });
    }

    // The matrix of hueRotate in SVG, with the saturation as a further factor.
    private static float[] HueTurn(float degrees, float saturation)
    {
        var cosine = MathF.Cos(degrees * MathF.PI / 180) * saturation;
        var sine = MathF.Sin(degrees * MathF.PI / 180) * saturation;

        return
        [
            0.213f + cosine * 0.787f - sine * 0.213f, 0.715f - cosine * 0.715f - sine * 0.715f,
            0.072f - cosine * 0.072f + sine * 0.928f, 0, 0,
            0.213f - cosine * 0.213f + sine * 0.143f, 0.715f + cosine * 0.285f + sine * 0.140f,
            0.072f - cosine * 0.072f - sine * 0.283f, 0, 0,
            0.213f - cosine * 0.213f - sine * 0.787f, 0.715f - cosine * 0.715f + sine * 0.715f,
            0.072f + cosine * 0.928f + sine * 0.072f, 0, 0,
            0, 0, 0, 1, 0,
        ];
    }
}
