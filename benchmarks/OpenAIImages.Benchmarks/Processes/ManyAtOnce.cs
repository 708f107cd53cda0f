using OpenAIImages.Benchmarks.Report;

namespace OpenAIImages.Benchmarks.Processes;

/// <summary>64 calls at once over loopback, 2 MiB each: the time and the memory allocated for all of them.</summary>
/// <remarks>The service and each rival have their own processes. The rivals work by turns. The floor is
/// <see cref="HttpClient"/>, which reads and parses nothing.</remarks>
internal static class ManyAtOnce
{
    private const int AtOnce = 64;
    private const int PictureMiB = 2;
    private const int WarmupTurns = 5;
    private const int TurnsOfFullRun = 25;
    private const int TurnsOfShortRun = 10;
    private const int RoundsInTurn = 4;
    private const long PictureBytes = AtOnce * PictureMiB * 1_024L * 1_024;

    private static readonly (string Argument, string Rival)[] Rivals =
    [
        ("official", Rival.Official), ("bytes", Rival.Ours), ("destination", Rival.OursToDestination),
        ("floor", Rival.Floor),
    ];

    /// <summary>Measures all rivals.</summary>
    public static async Task<StageResult> MeasureAsync()
    {
        var program = await PublishedProgram.OfAsync("OpenAIImages.WholeProcess");
        await using var server = await ServiceProcess.ServeAsync(program, PictureMiB);
        var runs = await Turns.TakeAsync(
            program,
            server.Endpoint,
            Rivals,
            "64 at once, 2 MiB",
            PictureBytes,
            WarmupTurns,
            RunLength.IsShort ? TurnsOfShortRun : TurnsOfFullRun,
            RoundsInTurn);

        return ProcessRun.Summarize(nameof(ManyAtOnce), runs, PictureBytes);
    }
}
