using OpenAIImages.Painter.Formats;
using OpenAIImages.Painter.Rasters;
using OpenAIImages.Painter.Scenes;

namespace OpenAIImages.Painter.Editing;

/// <summary>Makes a preview of a finished picture, as if the picture were still forming out of noise.</summary>
internal static class PreviewMaker
{
    private const float CoarsestCell = 44;
    private const float StrongestNoise = 0.5f;
    private const int LossyQuality = 80;

    public static Picture Make(Picture finished, float progress)
    {
        var photo = PictureDecoder.Decode(finished.Bytes, "the finished picture");
        // A cell is about forty pixels wide at first, and two or three at the end.
        var cell = CoarsestCell * MathF.Pow(0.05f, progress) * Math.Min(photo.Width, photo.Height) / 1_024;
        cell = Math.Max(cell, 1.5f);
        var coarse = photo.Cover(
            Math.Max(3, (int)(photo.Width / cell)), Math.Max(3, (int)(photo.Height / cell)));
        AddNoise(coarse, StrongestNoise * MathF.Pow(1 - progress, 1.3f));
        using var image = coarse.Resize(finished.Width, finished.Height).ToImage();
        var quality = finished.Format == PictureFormat.Png ? 100 : LossyQuality;
        var bytes = PictureEncoder.Encode(image, finished.Format, quality, hasty: true);

        return new Picture(bytes, finished.Format, finished.Width, finished.Height, finished.Understood);
    }

    // More noise comes with less colour, so early stages are grey and restless.
    private static void AddNoise(Pixels pixels, float strength)
    {
        var random = new SeededRandom(0x9AE1);
        for (var at = 0; at < pixels.Bytes.Length; at += 4)
        {
            var alpha = pixels.Bytes[at + 3];
            var common = random.Bell();
            for (var channel = at; channel < at + 3; channel++)
            {
                var noise = (common * 0.55f + random.Bell() * 0.45f) * 150 * strength;
                var value = pixels.Bytes[channel] * (1 - strength) + alpha * 0.5f * strength + noise;
                pixels.Bytes[channel] = (byte)Math.Clamp(value, 0, alpha);
            }
        }
    }
}
