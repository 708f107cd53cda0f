using OpenAIImages.Painter.Editing.Recipes;
using OpenAIImages.Painter.Rasters;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Tests.Support;

/// <summary>Draws prompts in any style, even in one that the prompt does not name, and measures the pixels.</summary>
internal static class Styled
{
    public const int Side = 256;

    public static Pixels Draw(
        string prompt, PaintStyle style, bool transparent = false, bool? badge = null, int width = Side)
    {
        var request = new PictureRequest(prompt) { Width = width, Height = width, Transparent = transparent };
        var recipe = new Recipe([prompt], 0, transparent);
        var meaning = OwnPicture.Read(recipe, PictureFormat.Png) with
        {
            Style = style,
            Badge = badge ?? style == PaintStyle.Logo,
        };
        var size = WorkingSize.For(request, style);

        return Rendering.Draw(OwnPicture.Compose(recipe, meaning, size), size, TestContext.Current.CancellationToken);
    }

    public static (byte Red, byte Green, byte Blue, byte Alpha) At(Pixels pixels, int x, int y)
    {
        var at = (y * pixels.Width + x) * 4;

        return (pixels.Bytes[at], pixels.Bytes[at + 1], pixels.Bytes[at + 2], pixels.Bytes[at + 3]);
    }

    public static double Share(Pixels pixels, Func<(byte Red, byte Green, byte Blue, byte Alpha), bool> condition)
        => All(pixels).Count(condition) / (double)(pixels.Width * pixels.Height);

    /// <summary>Gives the number of colours, with 32 levels for each channel, of nine tenths of the pixels.</summary>
    public static int Colours(Pixels pixels)
    {
        var counts = All(pixels).CountBy(pixel => (pixel.Red >> 3, pixel.Green >> 3, pixel.Blue >> 3))
            .Select(pair => pair.Value).OrderDescending().ToList();
        var (sum, colours) = (0, 0);
        while (sum < pixels.Width * pixels.Height * 0.9)
        {
            sum += counts[colours++];
        }

        return colours;
    }

    public static double Saturation(Pixels pixels) => All(pixels).Average(pixel
        => (Math.Max(pixel.Red, Math.Max(pixel.Green, pixel.Blue)) -
            Math.Min(pixel.Red, Math.Min(pixel.Green, pixel.Blue))) / 255.0);

    public static double Distance(Pixels one, Pixels other)
        => one.Bytes.Zip(other.Bytes, (a, b) => Math.Abs(a - b)).Average();

    private static IEnumerable<(byte Red, byte Green, byte Blue, byte Alpha)> All(Pixels pixels)
        => Enumerable.Range(0, pixels.Width * pixels.Height).Select(pixel
            => At(pixels, pixel % pixels.Width, pixel / pixels.Width));
}
