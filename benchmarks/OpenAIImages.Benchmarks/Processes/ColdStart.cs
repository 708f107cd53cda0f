using System.Globalization;
using OpenAIImages.Benchmarks.Report;

namespace OpenAIImages.Benchmarks.Processes;

/// <summary>The time from the start of a process to its first picture of 2 MiB, compiled just in time and ahead of
/// time.</summary>
/// <remarks>
/// The programs run many times by turns, and the median counts. The parent measures the time from before it starts the
/// process to the line that the process prints when it has the picture. The suite measures our client twice: with
/// nothing switched on, and with a rate limit, a circuit breaker, a pipeline, and listeners for spans and figures.
/// Compiled ahead of time, a good program is no larger than one with the official package, and takes three quarters of
/// its time or less. The floor is <see cref="HttpClient"/> alone, which decodes nothing.
/// </remarks>
internal static class ColdStart
{
    /// <summary>The case of programs that are compiled ahead of time.</summary>
    public const string AheadOfTime = "ahead of time";

    /// <summary>The case of programs that are compiled while they run.</summary>
    public const string JustInTime = "just in time";

    private const int Repetitions = 15;
    private const int RepetitionsOfShortRun = 7;
    private const int PictureMiB = 2;
    private const long PictureBytes = PictureMiB * 1_024 * 1_024;
    private const double NanosecondsInMillisecond = 1_000_000;

    private static readonly (string Project, string Rival)[] Rivals =
    [
        ("Official", Rival.Official), ("Ours", Rival.Ours), ("OursWithEverything", Rival.OursWithEverything),
        ("Bare", Rival.Floor),
    ];

    /// <summary>Measures all rivals.</summary>
    public static async Task<StageResult> MeasureAsync()
    {
        var serving = await PublishedProgram.OfAsync("OpenAIImages.WholeProcess");
        var programs = new List<(string Rival, string Form, string File)>();
        foreach (var (project, rival) in Rivals)
        {
            var compiled = await PublishedProgram.AheadOfTimeAsync($"ColdStart/{project}");
            var managed = await PublishedProgram.JustInTimeAsync($"ColdStart/{project}");
            programs.Add((rival, AheadOfTime, compiled.File));
            programs.Add((rival, JustInTime, managed.File));
        }

        await using var server = await ServiceProcess.ServeAsync(serving, PictureMiB);
        var runs = new List<ProcessRun>();

        // The first run of each program brings it into memory and does not count.
        for (var i = 0; i <= (RunLength.IsShort ? RepetitionsOfShortRun : Repetitions); i++)
        {
            foreach (var (rival, form, file) in programs)
            {
                var run = await RunAsync(rival, form, file, server.Endpoint);
                if (i > 0)
                {
                    runs.Add(run);
                }
            }
        }

        return ProcessRun.Summarize(nameof(ColdStart), runs.OrderBy(run => run.Case), PictureBytes);
    }

    private static async Task<ProcessRun> RunAsync(string rival, string form, string file, string endpoint)
    {
        var (line, elapsed) = await ChildProcess.RunAsync(file, endpoint);
        var figures = line.Split(' ').Select(word => long.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        if (rival == Rival.Floor ? figures[0] < PictureBytes : figures[0] != PictureBytes)
        {
            throw new InvalidOperationException($"{rival} did not fetch the whole picture.");
        }

        // The size of a managed program says little: the runtime, its largest part, is not in the file.
        return new ProcessRun(
            rival,
            form,
            elapsed.TotalMilliseconds * NanosecondsInMillisecond,
            figures[1],
            form == AheadOfTime ? new FileInfo(file).Length : null);
    }
}
