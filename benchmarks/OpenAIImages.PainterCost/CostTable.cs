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
    }

    private static void Row(int width, int height, string format, string style)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (var argument in (ReadOnlySpan<string>)
            [
                "one", Text(width), Text(height), format, style.Length == 0 ? Subject : $"{Subject}, {style}",
            ])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var measured = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        var named = style.Length == 0 ? "storybook" : style;
        Console.WriteLine($"| {width}x{height} | {format} | {named} | {measured} |");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
