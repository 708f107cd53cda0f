using System.Diagnostics;
using System.Globalization;
using OpenAIImages.Painter;
using SkiaSharp;

namespace OpenAIImages.PainterCost;

/// <summary>The cost of one edit of the largest picture that the painter takes.</summary>
internal static class EditCost
{
    private const int Side = 8_192;
    private const string Words = "add a red balloon";

    /// <summary>Writes one picture in each format that the painter reads, and a mask for it.</summary>
    /// <returns>The files of the picture, and the mask.</returns>
    public static (IReadOnlyList<string> Pictures, string Mask) Write(string folder)
    {
        var request = new PictureRequest("a fox and a cat in a forest")
        {
            Width = Side,
            Height = Side,
            Format = PictureFormat.Jpeg,
        };
        var painted = new PicturePainter().Paint(request).Bytes.ToArray();
        using var bitmap = SKBitmap.Decode(painted);
        using var pixels = bitmap.PeekPixels();
        using var png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Up, 2));
        using var webP = pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, 80));
        using var lossless = pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, 0));

        return ([
            Save("PNG", png!.ToArray()), Save("JPEG", painted), Save("WebP", webP!.ToArray()),
            Save("WebP without loss", lossless!.ToArray()),
        ], Save("mask", Mask()));

        string Save(string name, byte[] bytes)
        {
            var path = Path.Combine(folder, name);
            File.WriteAllBytes(path, bytes);

            return path;
        }
    }

    /// <summary>Edits once on one core and writes a line: time, peak memory, and the bytes of the source.</summary>
    public static void Measure(string picture, string? mask, int width, int height)
    {
        using var process = Process.GetCurrentProcess();
        Cost.UseOneCore(process);
        var edit = new PictureEdit(
            new PictureRequest(Words) { Width = width, Height = height }, [File.ReadAllBytes(picture)])
        {
            Mask = mask is null ? (ReadOnlyMemory<byte>?)null : File.ReadAllBytes(mask),
        };
        var seconds = Cost.Seconds(process, () => new PicturePainter().Edit(edit), out _);
        process.Refresh();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{seconds:0.00} | {process.PeakWorkingSet64 / 1_000_000} | {edit.Sources[0].Length / 1_000}"));
    }

    private static byte[] Mask()
    {
        using var mask = new SKBitmap(new SKImageInfo(Side, Side, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        mask.Erase(SKColors.Black);
        mask.Erase(SKColors.Transparent, SKRectI.Create(Side * 3 / 10, Side * 4 / 10, Side * 3 / 10, Side * 4 / 10));
        using var data = mask.Encode(SKEncodedImageFormat.Png, 100);

        return data.ToArray();
    }
}
