using System.Diagnostics;
using System.Globalization;

namespace OpenAIImages.Benchmarks.Processes;

/// <summary>Rivals that make 64 calls at once by turns, each in its own process.</summary>
/// <remarks>One rival works at a time. Every rival has the same number of turns, spread over the same time, so that
/// other work of the machine slows all of them equally.</remarks>
internal static class Turns
{
    private const double NanosecondsInMillisecond = 1_000_000;

    /// <summary>Lets the rivals take their turns.</summary>
    /// <param name="program">The program of the rivals.</param>
    /// <param name="endpoint">The address of the service.</param>
    /// <param name="rivals">The rivals: the program's argument, and the name in tables.</param>
    /// <param name="name">The name of the case in tables.</param>
    /// <param name="pictureBytes">The smallest number of bytes that 64 calls must bring.</param>
    /// <param name="warmups">The turns of each rival that do not count.</param>
    /// <param name="turns">The turns of each rival that count.</param>
    /// <param name="rounds">The number of times that a rival makes 64 calls in its turn.</param>
    public static async Task<List<ProcessRun>> TakeAsync(
        PublishedProgram program,
        string endpoint,
        IReadOnlyList<(string Argument, string Rival)> rivals,
        string name,
        long pictureBytes,
        int warmups,
        int turns,
        int rounds)
    {
        var processes = rivals
            .Select(rival => (rival.Rival, Process: ChildProcess.Start(program.File, "many", rival.Argument, endpoint)))
            .ToArray();
        var runs = new List<ProcessRun>();
        try
        {
            for (var turn = -warmups; turn < turns; turn++)
            {
                foreach (var (rival, process) in processes)
                {
                    var run = await TakeOneAsync(rival, process, name, pictureBytes, rounds);
                    if (turn >= 0)
                    {
                        runs.Add(run);
                    }
                }
            }
        }
        finally
        {
            foreach (var (_, process) in processes)
            {
                process.StandardInput.Close();
                await process.WaitForExitAsync();
                process.Dispose();
            }
        }

        return runs;
    }

    private static async Task<ProcessRun> TakeOneAsync(
        string rival, Process process, string name, long pictureBytes, int rounds)
    {
        await process.StandardInput.WriteLineAsync(rounds.ToString(CultureInfo.InvariantCulture));
        await process.StandardInput.FlushAsync();
        var line = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException($"{rival} stopped before its turn ended.");
        var figures = line.Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray();

        return figures[2] >= pictureBytes
            ? new ProcessRun(rival, name, figures[0] * NanosecondsInMillisecond, figures[1])
            : throw new InvalidOperationException($"{rival} brought {figures[2]} bytes of {pictureBytes}.");
    }
}
