using System.Runtime.InteropServices;

namespace OpenAIImages.Faults.Soaks;

/// <summary>The memory that native code of this process has from the C library, as glibc counts it.</summary>
/// <param name="HeldMiB">The memory that the C library holds, in MiB: what is in use, and what was and lies free
/// between it.</param>
/// <param name="InUseMiB">The memory that native code has taken and not given back, in MiB.</param>
internal sealed record NativeHeap(double HeldMiB, double InUseMiB)
{
    private const double MiB = 1024 * 1024;

    /// <summary>Measures it; both are zero with another C library.</summary>
    public static NativeHeap Measure()
    {
        if (!NativeLibrary.TryLoad("libc.so.6", out var library) ||
            !NativeLibrary.TryGetExport(library, "mallinfo2", out var export))
        {
            return new NativeHeap(0, 0);
        }

        var counts = Marshal.GetDelegateForFunctionPointer<Count>(export)();

        return new NativeHeap(
            (counts.Arenas + counts.Mapped) / MiB, (counts.InUse + counts.Mapped) / MiB);
    }

    private delegate Counts Count();

    // The fields of struct mallinfo2, in its order.
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Counts
    {
        public readonly nuint Arenas;
        public readonly nuint FreeBlocks;
        public readonly nuint FastBlocks;
        public readonly nuint MappedBlocks;
        public readonly nuint Mapped;
        public readonly nuint Unused;
        public readonly nuint FreeInFastBlocks;
        public readonly nuint InUse;
        public readonly nuint Free;
        public readonly nuint Releasable;
    }
}
