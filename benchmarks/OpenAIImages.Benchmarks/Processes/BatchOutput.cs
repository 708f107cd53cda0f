using System.Globalization;
using OpenAIImages.Benchmarks.Report;

namespace OpenAIImages.Benchmarks.Processes;

/// <summary>The time and the peak of memory for saving the pictures of a batch's output file, 2 MiB each, to files.
/// </summary>
/// <remarks>
/// The service has its own process. Each rival has a new process for each run, several times by turns, and the median
/// counts. A good result has the same peak for 200 pictures as for 2,000. The official package downloads a file into
/// one array. An array cannot hold the 5.6 GB of 2,000 pictures, so the official package reads only 200. The run needs
/// 5 GB of free disk.
/// </remarks>
internal static class BatchOutput
{
    /// <summary>The case of the promise.</summary>
    public const string Large = "2,000 x 2 MiB";

    private const string Small = "200 x 2 MiB";
    private const int LargeCount = 2_000;
    private const int SmallCount = 200;
    private const int Repetitions = 3;
    private const int RepetitionsOfShortRun = 1;
    private const int PictureMiB = 2;
    private const long PictureBytes = PictureMiB * 1_024 * 1_024;
    private const double NanosecondsInMillisecond = 1_000_000;

    private static readonly (string Argument, string Rival, string Case, int Count)[] Runs =
    [
        ("official", Rival.Official, Small, SmallCount), ("hand", Rival.ByHand, Small, SmallCount),
        ("ours", Rival.Ours, Small, SmallCount), ("hand", Rival.ByHand, Large, LargeCount),
        ("ours", Rival.Ours, Large, LargeCount),
    ];

    /// <summary>Measures all rivals.</summary>
    public static async Task<StageResult> MeasureAsync()
    {
        var program = await PublishedProgram.OfAsync("OpenAIImages.WholeProcess");
        await using var server = await ServiceProcess.ServeBatchAsync(program, PictureMiB);
        var runs = new List<ProcessRun>();
        for (var i = 0; i < (RunLength.IsShort ? RepetitionsOfShortRun : Repetitions); i++)
        {
            foreach (var (argument, rival, name, count) in Runs)
            {
                runs.Add(await RunAsync(program, argument, rival, name, count, server.Endpoint));
            }
        }

        return ProcessRun.Summarize(nameof(BatchOutput), runs, SmallCount * PictureBytes);
    }

    private static async Task<ProcessRun> RunAsync(
        PublishedProgram program, string argument, string rival, string name, int count, string endpoint)
    {
        var folder = Directory.CreateTempSubdirectory("openai-images-");
        try
        {
            var (line, _) = await ChildProcess.RunAsync(
                program.File,
                "batch",
                argument,
                endpoint,
                folder.FullName,
                count.ToString(CultureInfo.InvariantCulture));
            var files = folder.GetFiles();
            if (files.Length != count || files.Any(file => file.Length != PictureBytes))
            {
                throw new InvalidOperationException($"{rival} did not save {count} whole pictures.");
            }

            var figures = line.Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray();

            return new ProcessRun(rival, name, figures[0] * NanosecondsInMillisecond, figures[1]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
