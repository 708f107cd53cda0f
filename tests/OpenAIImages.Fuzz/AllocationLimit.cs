namespace OpenAIImages.Fuzz;

/// <summary>Counts what reading an input allocates.</summary>
internal static class AllocationLimit
{
    // Allows for pooled buffers that a thread rents first, for exceptions with traces, and for some bytes per byte.
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
