using OpenAIImages.Benchmarks.Report;

namespace OpenAIImages.Benchmarks.Processes;

/// <summary>64 calls at once to the emulator, always the same picture of 1024x1024, which the emulator has already
/// painted.</summary>
/// <remarks>The emulator has its own process and shares the machine with the client. Both are warm, as the processes of
/// <see cref="ManyAtOnce"/> are: while the just-in-time compiler is at work, a call takes three times the processor
/// time.</remarks>
internal static class EmulatorCalls
{
    /// <summary>The number of calls that each measured time covers.</summary>
    public const int AtOnce = 64;

    private const int WarmupTurns = 5;
    private const int TurnsOfFullRun = 25;
    private const int TurnsOfShortRun = 10;
    private const int RoundsInTurn = 4;

    /// <summary>Measures only our client.</summary>
    public static async Task<StageResult> MeasureAsync()
    {
        var program = await PublishedProgram.OfAsync("OpenAIImages.WholeProcess");
        await using var emulator = await ServiceProcess.EmulateAsync(program);
        var runs = await Turns.TakeAsync(
            program,
            emulator.Endpoint,
            [("destination", Rival.Ours)],
            "64 at once, one prompt",
            pictureBytes: AtOnce,
            WarmupTurns,
            RunLength.IsShort ? TurnsOfShortRun : TurnsOfFullRun,
            RoundsInTurn);

        return ProcessRun.Summarize(nameof(EmulatorCalls), runs, pictureBytes: 0);
    }
}
