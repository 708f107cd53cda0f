using System.Diagnostics;

namespace OpenAIImages.Faults.Soaks;

/// <summary>The resources that this process uses at a moment.</summary>
/// <param name="ResidentMiB">The memory of the process, in MiB.</param>
/// <param name="CommittedMiB">The memory that the collector holds, for objects in use and for later ones, in
/// MiB.</param>
/// <param name="Native">The memory of native code: of the runtime and the libraries that it uses.</param>
/// <param name="HeapMiB">The objects on the managed heap that are still in use, in MiB.</param>
/// <param name="Handles">The open files, sockets and the like.</param>
/// <param name="Threads">The threads.</param>
internal sealed record ProcessSample(
    double ResidentMiB, double CommittedMiB, NativeHeap Native, double HeapMiB, int Handles, int Threads)
{
    private const double MiB = 1024 * 1024;
    private const string HandlesOnLinux = "/proc/self/fd";

    /// <summary>Takes a sample.</summary>
    /// <remarks>It collects the whole heap first: otherwise the figure is mostly garbage, whose amount depends on the
    /// moment.</remarks>
    public static ProcessSample Take()
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();

        return new ProcessSample(
            process.WorkingSet64 / MiB,
            GC.GetGCMemoryInfo(GCKind.Any).TotalCommittedBytes / MiB,
            NativeHeap.Measure(),
            GC.GetTotalMemory(forceFullCollection: false) / MiB,
            Directory.Exists(HandlesOnLinux)
                ? Directory.EnumerateFileSystemEntries(HandlesOnLinux).Count()
                : process.HandleCount,
            process.Threads.Count);
    }
}
