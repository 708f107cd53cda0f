using System.Diagnostics;
using System.Globalization;

namespace OpenAIImages.Benchmarks;

/// <summary>The most memory that this process held at any time.</summary>
internal static class PeakMemory
{
    private const string Status = "/proc/self/status";
    private const string Peak = "VmHWM:";
    private const int BytesInKiB = 1_024;

    /// <summary>Returns the peak of resident memory, in bytes.</summary>
    // Linux gives the exact peak; on Linux, Process gives only the current value.
    public static long InBytes()
    {
        if (!File.Exists(Status))
        {
            using var process = Process.GetCurrentProcess();

            return process.PeakWorkingSet64;
        }

        var line = File.ReadLines(Status).First(line => line.StartsWith(Peak, StringComparison.Ordinal));
        var kiB = line.AsSpan(Peak.Length).Trim().TrimEnd(" kB");

        return long.Parse(kiB, CultureInfo.InvariantCulture) * BytesInKiB;
    }
}
