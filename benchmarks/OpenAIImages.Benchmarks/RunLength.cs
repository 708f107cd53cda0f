namespace OpenAIImages.Benchmarks;

/// <summary>Whether the run is a short one: fewer processes and repetitions, for a first look at everything.</summary>
internal static class RunLength
{
    /// <summary>Gets or sets whether the run is short. The program sets it once, from its arguments.</summary>
    public static bool IsShort { get; set; }
}
