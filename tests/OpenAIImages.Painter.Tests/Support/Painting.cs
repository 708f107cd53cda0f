using SkiaSharp;

namespace OpenAIImages.Painter.Tests.Support;

/// <summary>Paints small pictures and looks at their pixels.</summary>
internal static class Painting
{
    public const int Side = 160;

    private static readonly PicturePainter Painter = new();

    public static Picture Paint(PictureRequest request)
        => Painter.Paint(request, TestContext.Current.CancellationToken);

    public static SKBitmap Look(string prompt, bool transparent = false)
        => Decode(Paint(new PictureRequest(prompt) { Width = Side, Height = Side, Transparent = transparent }));

    public static SKBitmap Decode(Picture picture) => SKBitmap.Decode(picture.Bytes.Span);

    /// <summary>Gives the share of pixels for which something is true.</summary>
    public static double Share(SKBitmap bitmap, Func<SKColor, bool> condition)
        => bitmap.Pixels.Count(condition) / (double)bitmap.Pixels.Length;

    public static double Brightness(SKBitmap bitmap)
        => bitmap.Pixels.Average(pixel => 0.3 * pixel.Red + 0.59 * pixel.Green + 0.11 * pixel.Blue);
}
