using System.Diagnostics;
using System.Globalization;
using OpenAIImages.Painter;

namespace OpenAIImages.PainterCost;

/// <summary>The cost of one picture.</summary>
internal static class Cost
{
    private const int WarmPictures = 5;

    /// <summary>Paints on one core and writes a line: the first time, the median of later times, peak memory and bytes.
    /// </summary>
    public static void Measure(int width, int height, string format, string prompt)
    {
        using var process = Process.GetCurrentProcess();
        UseOneCore(process);
        var request = new PictureRequest(prompt)
        {
            Width = width,
            Height = height,
            Format = Enum.Parse<PictureFormat>(format),
        };
        var painter = new PicturePainter();
        var first = Seconds(process, () => painter.Paint(request), out var picture);
        var next = Enumerable.Range(1, WarmPictures)
            .Select(variant => Seconds(process, () => painter.Paint(request with { Variant = variant }), out _))
            .Order().ToList();
        process.Refresh();
        var peak = process.PeakWorkingSet64 / 1_000_000;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{first:0.00} | {next[WarmPictures / 2]:0.00} | {peak} | {picture.Bytes.Length / 1_000} | ") +
            picture.Understood);
    }

    /// <summary>Keeps a process on the first core, so that its processor time is that of one core.</summary>
    public static void UseOneCore(Process process)
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            process.ProcessorAffinity = 1;
        }
    }

    /// <summary>Gives the processor time of a work, which other processes of the machine hardly lengthen.</summary>
    public static double Seconds(Process process, Func<Picture> paint, out Picture picture)
    {
        process.Refresh();
        var before = process.TotalProcessorTime;
        picture = paint();
        process.Refresh();

        return (process.TotalProcessorTime - before).TotalSeconds;
    }
}
