using SkiaSharp;

namespace OpenAIImages.Painter.Grading;

/// <summary>Paints prompts onto one sheet, for people to look at.</summary>
internal static class SheetCommand
{
    private const int Cell = 256;
    private const int Gap = 4;
    private const int Quality = 70;

    /// <summary>Paints a file of prompts.</summary>
    /// <param name="prompts">The name of the file in Prompts, without its ending.</param>
    /// <param name="columns">The number of pictures in a row.</param>
    /// <param name="variants">The number of pictures of each prompt.</param>
    /// <param name="path">The file to write: PNG when it ends in .png, else WebP.</param>
    public static int Run(string prompts, int columns, int variants, string path)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Prompts", prompts + ".txt"))
            .Where(line => line.Length > 0 && line[0] != ';').ToList();
        var rows = (lines.Count * variants + columns - 1) / columns;
        using var surface = SKSurface.Create(new SKImageInfo(columns * (Cell + Gap), rows * (Cell + Gap)));
        surface.Canvas.Clear(SKColors.White);
        var painter = new PicturePainter();
        for (var number = 0; number < lines.Count * variants; number++)
        {
            var request = new PictureRequest(lines[number / variants])
            {
                Width = Cell,
                Height = Cell,
                Variant = number % variants,
            };
            var picture = painter.Paint(request);
            using var image = SKImage.FromEncodedData(picture.Bytes.ToArray());
            var (row, column) = Math.DivRem(number, columns);
            surface.Canvas.DrawImage(
                image, column * (Cell + Gap), row * (Cell + Gap), new SKSamplingOptions(SKFilterMode.Nearest));
            Console.WriteLine($"{number / variants + 1}. {request.Prompt} -> {picture.Understood}");
        }

        using var sheet = surface.Snapshot();
        var isPng = path.EndsWith(".png", StringComparison.OrdinalIgnoreCase);
        using var file = sheet.Encode(isPng ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Webp, Quality);
        File.WriteAllBytes(path, file.ToArray());

        return 0;
    }
}
