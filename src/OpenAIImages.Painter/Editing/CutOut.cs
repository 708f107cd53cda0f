using OpenAIImages.Painter.Formats;
using SkiaSharp;

namespace OpenAIImages.Painter.Editing;

/// <summary>Puts other pictures into a picture: one with transparency as a cut-out, another as a framed print.
/// </summary>
internal static class CutOut
{
    private const byte Seen = 16;

    /// <summary>Draws pictures side by side at the bottom of an area.</summary>
    public static void Draw(SKCanvas canvas, IReadOnlyList<Photo> photos, SKRect area)
    {
        var slot = area.Width / photos.Count;
        for (var number = 0; number < photos.Count; number++)
        {
            Draw(canvas, photos[number], SKRect.Create(area.Left + slot * number, area.Top, slot, area.Height), number);
        }
    }

    private static void Draw(SKCanvas canvas, Photo photo, SKRect slot, int number)
    {
        var content = ContentOf(photo);
        var whole = content.Width == photo.Width && content.Height == photo.Height && !HasHoles(photo);
        var scale = Math.Min(slot.Width * 0.9f / content.Width, slot.Height * 0.9f / content.Height);
        var (width, height) = (content.Width * scale, content.Height * scale);
        var area = SKRect.Create(slot.MidX - width / 2, slot.Bottom - slot.Height * 0.04f - height, width, height);
        var unit = Math.Max(width, height) / 100;
        using var image = photo.ToImage();
        using var shadow = SKImageFilter.CreateDropShadow(
            unit, unit * 1.6f, unit * 1.6f, unit * 1.6f, new SKColor(16, 16, 30, 110));
        using var paint = new SKPaint { ImageFilter = shadow, IsAntialias = true, Color = SKColors.White };
        canvas.Save();
        if (whole)
        {
            canvas.RotateDegrees(number % 2 == 0 ? 2.5f : -3, area.MidX, area.MidY);
            canvas.DrawRect(area, paint);
            paint.ImageFilter = null;
            area = SKRect.Inflate(area, unit * -4, unit * -4);
        }

        canvas.DrawImage(image, content, area, Photo.Sampling(scale), paint);
        canvas.Restore();
    }

    private static bool HasHoles(Photo photo)
    {
        var empty = 0;
        for (var at = 3; at < photo.Straight.Length; at += 4)
        {
            empty += photo.Straight[at] < Seen ? 1 : 0;
        }

        return empty > photo.Straight.Length / 4 / 50;
    }

    private static SKRectI ContentOf(Photo photo)
    {
        var (left, top, right, bottom) = (photo.Width, photo.Height, 0, 0);
        for (var y = 0; y < photo.Height; y++)
        {
            for (var x = 0; x < photo.Width; x++)
            {
                if (photo.Straight[(y * photo.Width + x) * 4 + 3] >= Seen)
                {
                    (left, right) = (Math.Min(left, x), Math.Max(right, x + 1));
                    (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y + 1));
                }
            }
        }

        return right == 0 ? new SKRectI(0, 0, photo.Width, photo.Height) : new SKRectI(left, top, right, bottom);
    }
}
