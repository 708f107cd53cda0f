using System.Globalization;
using OpenAIImages.Benchmarks.Report;

namespace OpenAIImages.Benchmarks.Processes;

/// <summary>The time and memory that the warm painter takes for a PNG of 1024x1024 on one core, style by style.
/// </summary>
internal static class PainterCost
{
    /// <summary>The style for a prompt that names no style.</summary>
    public const string PlainStyle = "storybook";

    private const double NanosecondsInSecond = 1_000_000_000;
    private const int SizeColumn = 1;
    private const int FormatColumn = 2;
    private const int StyleColumn = 3;
    private const int SecondsColumn = 5;
    private const int PeakColumn = 6;
    private const double Million = 1_000_000;

    /// <summary>Measures every style.</summary>
    public static async Task<StageResult> MeasureAsync()
    {
        var program = await PublishedProgram.OfAsync("OpenAIImages.PainterCost");
        using var process = ChildProcess.Start(program.File);
        var table = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        ProcessRun[] runs =
        [
            .. from line in table.Split('\n')
               let cells = line.Split('|', StringSplitOptions.TrimEntries)
               where cells.Length > PeakColumn && cells[SizeColumn] == "1024x1024" && cells[FormatColumn] == "Png"
               select new ProcessRun(
                   Rival.Painter,
                   cells[StyleColumn],
                   double.Parse(cells[SecondsColumn], CultureInfo.InvariantCulture) * NanosecondsInSecond,
                   double.Parse(cells[PeakColumn], CultureInfo.InvariantCulture) * Million),
        ];

        return process.ExitCode == 0 && runs.Length > 1
            ? ProcessRun.Summarize(nameof(PainterCost), runs, pictureBytes: 0)
            : throw new InvalidOperationException($"The painter's costs cannot be read:{Environment.NewLine}{table}");
    }
}
