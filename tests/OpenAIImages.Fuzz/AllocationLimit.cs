namespace OpenAIImages.Fuzz;

/// <summary>Limits the memory that reading an input allocates.</summary>
internal static class AllocationLimit
{
    // The limit covers the first pooled buffers of a thread, exceptions with traces, and some bytes per byte.
    private const long Fixed = 1024 * 1024;
    private const long PerByte = 600;

    public static T Hold<T>(int inputLength, Func<T> act)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = act();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var most = Fixed + (inputLength * PerByte);
        BrokenPromiseException.Unless(
            allocated <= most,
            $"Memory is bounded by the input.\n  {allocated} bytes for {inputLength}, at most {most}");

        return result;
    }
}
