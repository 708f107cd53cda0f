using System.Globalization;
using OpenAIImages.Benchmarks.Report;

namespace OpenAIImages.Benchmarks.Processes;

/// <summary>The time and the peak of memory for fetching 200 pictures of 8 MiB at once and saving them to files.
/// </summary>
/// <remarks>
/// The service has its own process. Each rival has a new process for each run, several times by turns, and the median
/// counts. A good result holds a hundredth of the saved bytes in memory. The official package holds all of them, and
/// some of them several times. The run needs 8 GB of free memory.
/// </remarks>
internal static class SaveToFiles
{
    private const int Repetitions = 5;
    private const int RepetitionsOfShortRun = 3;
    private const int PictureMiB = 8;
    private const int Count = 200;
    private const long PictureBytes = PictureMiB * 1_024 * 1_024;
    private const double NanosecondsInMillisecond = 1_000_000;

    private static readonly (string Argument, string Rival)[] Rivals =
        [("official", Rival.Official), ("ours", Rival.Ours)];

    /// <summary>Measures all rivals.</summary>
    public static async Task<StageResult> MeasureAsync()
    {
        var program = await PublishedProgram.OfAsync("OpenAIImages.WholeProcess");
        await using var server = await ServiceProcess.ServeAsync(program, PictureMiB);
        var runs = new List<ProcessRun>();
        for (var i = 0; i < (RunLength.IsShort ? RepetitionsOfShortRun : Repetitions); i++)
        {
            foreach (var (argument, rival) in Rivals)
            {
                runs.Add(await RunAsync(program, argument, rival, server.Endpoint));
            }
        }

        return ProcessRun.Summarize(nameof(SaveToFiles), runs, Count * PictureBytes);
    }

    private static async Task<ProcessRun> RunAsync(
        PublishedProgram program, string argument, string rival, string endpoint)
    {
        var folder = Directory.CreateTempSubdirectory("openai-images-");
        try
        {
            var (line, _) = await ChildProcess.RunAsync(program.File, "save", argument, endpoint, folder.FullName);
            var files = folder.GetFiles();
            if (files.Length != Count || files.Any(file => file.Length != PictureBytes))
            {
                throw new InvalidOperationException($"{rival} did not save {Count} whole pictures.");
            }

            var figures = line.Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray();

            return new ProcessRun(rival, "200 x 8 MiB", figures[0] * NanosecondsInMillisecond, figures[1]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
