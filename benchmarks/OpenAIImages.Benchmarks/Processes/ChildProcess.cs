using System.Diagnostics;

namespace OpenAIImages.Benchmarks.Processes;

/// <summary>Runs other programs.</summary>
internal static class ChildProcess
{
    /// <summary>Starts a program; the caller reads its lines and writes its input.</summary>
    public static Process Start(string program, params IEnumerable<string> arguments)
        => Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.Root,
        })!;

    /// <summary>Runs a program that prints one line, and measures the time from its start to that line.</summary>
    public static async Task<(string Line, TimeSpan Elapsed)> RunAsync(
        string program, params IEnumerable<string> arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Start(program, arguments);
        var line = await process.StandardOutput.ReadLineAsync();
        var elapsed = watch.Elapsed;
        await process.WaitForExitAsync();

        return process.ExitCode == 0 && line is not null
            ? (line, elapsed)
            : throw new InvalidOperationException(
                $"{Path.GetFileName(program)} failed with {process.ExitCode}: {line}");
    }
}
