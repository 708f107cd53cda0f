using System.Diagnostics;

namespace OpenAIImages.Faults.Soaks;

/// <summary>What the process uses at a moment.</summary>
/// <param name="At">Since the beginning.</param>
/// <param name="Calls">Calls that have ended by then.</param>
/// <param name="ResidentMiB">Memory of the process.</param>
/// <param name="HeapMiB">The managed heap after its last collection.</param>
/// <param name="Handles">Files, sockets and the like that are open.</param>
/// <param name="Connections">Connections to the service.</param>
/// <param name="Threads">Threads.</param>
internal sealed record SoakSample(
    TimeSpan At, long Calls, double ResidentMiB, double HeapMiB, int Handles, int Connections, int Threads)
{
    private const double MiB = 1024 * 1024;
    private const string HandlesOnLinux = "/proc/self/fd";

    public static SoakSample Take(TimeSpan at, long calls, int connections)
    {
        using var process = Process.GetCurrentProcess();

        return new SoakSample(
            at,
            calls,
            process.WorkingSet64 / MiB,
            GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes / MiB,
            Directory.Exists(HandlesOnLinux)
                ? Directory.EnumerateFileSystemEntries(HandlesOnLinux).Count()
                : process.HandleCount,
            connections,
            process.Threads.Count);
    }
}
