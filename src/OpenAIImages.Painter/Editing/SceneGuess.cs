using OpenAIImages.Painter.Rasters;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Words;
using OpenAIImages.Painter.Words.Meanings;
using SkiaSharp;

namespace OpenAIImages.Painter.Editing;

/// <summary>Guesses the light and the ground for a new subject from the colours of a picture.</summary>
internal static class SceneGuess
{
    public static Scene Of(Pixels pixels, SKRectI box, ulong seed)
    {
        var whole = Mean(pixels, new SKRectI(0, 0, pixels.Width, pixels.Height));
        var ground = Mean(pixels, new SKRectI(
            box.Left, Math.Max(box.Top, box.Bottom - box.Height / 5), box.Right,
            Math.Min(pixels.Height, box.Bottom + box.Height / 8)));
        var left = Mean(pixels, new SKRectI(0, 0, pixels.Width / 2, pixels.Height / 2));
        var right = Mean(pixels, new SKRectI(pixels.Width / 2, 0, pixels.Width, pixels.Height / 2));
        float edge = Math.Min(pixels.Width, pixels.Height);

        return new Scene
        {
            Seed = seed,
            Width = pixels.Width / edge,
            Height = pixels.Height / edge,
            Place = GroundOf(ground),
            Time = Brightness(whole) < 72 ? TimeOfDay.Night : TimeOfDay.Day,
            LightFromRight = Brightness(right) > Brightness(left),
            Horizon = pixels.Height / edge * 0.4f,
        };
    }

    private static Place GroundOf(SKColor colour)
    {
        var (red, green, blue) = (colour.Red, colour.Green, colour.Blue);
        if (green > red * 1.08f && green > blue * 1.2f)
        {
            return Place.Meadow;
        }

        return Math.Min(red, Math.Min(green, blue)) > 205 ? Place.Snow
            : red > 170 && green > 130 && blue < green * 0.85f ? Place.Desert
            : Place.Studio;
    }

    private static float Brightness(SKColor colour) => 0.3f * colour.Red + 0.59f * colour.Green + 0.11f * colour.Blue;

    private static SKColor Mean(Pixels pixels, SKRectI area)
    {
        var (red, green, blue, count) = (0L, 0L, 0L, 0L);
        for (var y = area.Top; y < area.Bottom; y++)
        {
            for (var x = area.Left; x < area.Right; x++)
            {
                var at = (y * pixels.Width + x) * 4;
                red += pixels.Bytes[at];
                green += pixels.Bytes[at + 1];
                blue += pixels.Bytes[at + 2];
                count++;
            }
        }

        return count == 0
            ? SKColors.Gray
            : new SKColor((byte)(red / count), (byte)(green / count), (byte)(blue / count));
    }
}
