namespace OpenAIImages.Benchmarks;

/// <summary>The length of the run: full, or short with fewer processes and repetitions.</summary>
internal static class RunLength
{
    /// <summary>Gets or sets whether the run is short.</summary>
    /// <remarks>The program sets it once, from its arguments.</remarks>
    public static bool IsShort { get; set; }
}
