using System.Diagnostics;
using System.Globalization;

namespace OpenAIImages.PainterCost;

/// <summary>The table of costs, in Markdown.</summary>
internal static class CostTable
{
    private const string Subject = "a fox and a cat in a forest";

    private static readonly string[] Styles =
    [
        "", "photo", "watercolor", "oil painting", "ink wash painting", "pencil sketch", "pixel art", "flat vector",
        "paper cut", "line icon", "neon", "logo", "poster", "stained glass", "low poly",
    ];

    private static readonly (int Width, int Height)[] Sizes =
        [(256, 256), (512, 512), (1_024, 1_024), (1_536, 1_024), (2_048, 2_048), (3_840, 2_160)];

    public static void Print()
    {
        Console.WriteLine("| size | format | style | first, s | then, s | peak, MB | file, KB | understood |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var style in Styles)
        {
            Row(1_024, 1_024, "Png", style);
        }

        foreach (var (width, height) in Sizes)
        {
            Row(width, height, "Png", "");
        }

        Row(3_840, 2_160, "Png", "watercolor");
        foreach (var format in (ReadOnlySpan<string>)["Jpeg", "WebP", "Svg"])
        {
            Row(1_024, 1_024, format, "");
        }

        Row(768, 768, "Gif", "");
        PrintEdits();
    }

    private static void PrintEdits()
    {
        Console.WriteLine();
        Console.WriteLine("| edit of 8192x8192 | mask | result | s | peak, MB | source, KB |");
        Console.WriteLine("|---|---|---|---|---|---|");
        var folder = Directory.CreateTempSubdirectory("painter-cost-");
        try
        {
            var (pictures, mask) = EditCost.Write(folder.FullName);
            foreach (var picture in pictures)
            {
                EditRow(picture, null, 1_024, 1_024);
                EditRow(picture, mask, 1_024, 1_024);
                EditRow(picture, mask, 3_840, 2_160);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void EditRow(string picture, string? mask, int width, int height)
    {
        var measured = Run("edit", picture, mask ?? "", Text(width), Text(height));
        var masked = mask is null ? "no" : "yes";
        Console.WriteLine($"| {Path.GetFileName(picture)} | {masked} | {width}x{height} | {measured} |");
    }

    private static void Row(int width, int height, string format, string style)
    {
        var measured = Run(
            "one", Text(width), Text(height), format, style.Length == 0 ? Subject : $"{Subject}, {style}");
        var named = style.Length == 0 ? "storybook" : style;
        Console.WriteLine($"| {width}x{height} | {format} | {named} | {measured} |");
    }

    private static string Run(params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var written = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();

        return written;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
