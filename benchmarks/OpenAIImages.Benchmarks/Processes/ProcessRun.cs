using OpenAIImages.Benchmarks.Report;

namespace OpenAIImages.Benchmarks.Processes;

/// <summary>The cost of one process.</summary>
/// <param name="Rival">The rival.</param>
/// <param name="Case">The case.</param>
/// <param name="Nanoseconds">The time.</param>
/// <param name="Bytes">The peak of its memory, or the bytes that it allocated.</param>
/// <param name="ProgramBytes">The size of the program, if the report shows it.</param>
internal sealed record ProcessRun(
    string Rival, string Case, double Nanoseconds, double Bytes, long? ProgramBytes = null)
{
    /// <summary>Makes one result of many runs: the median for each rival and case.</summary>
    public static StageResult Summarize(string stage, IEnumerable<ProcessRun> runs, long pictureBytes) => new(
        stage,
        DateTimeOffset.UtcNow,
        Measured.Machine,
        [
            .. from run in runs
               group run by (run.Rival, run.Case, run.ProgramBytes) into same
               let times = same.Select(run => run.Nanoseconds).ToArray()
               select new Measurement(
                   same.Key.Rival,
                   same.Key.Case,
                   Median(times),
                   Deviation(times),
                   Median([.. same.Select(run => run.Bytes)]),
                   pictureBytes,
                   same.Key.ProgramBytes),
        ],
        RunLength.IsShort);

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;

        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double Deviation(double[] values)
    {
        var mean = values.Average();

        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, values.Length - 1));
    }
}
