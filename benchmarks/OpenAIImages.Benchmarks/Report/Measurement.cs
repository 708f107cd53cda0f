namespace OpenAIImages.Benchmarks.Report;

/// <summary>The cost of one case for one rival.</summary>
/// <param name="Rival">The benchmark's name.</param>
/// <param name="Case">The parameters, in words; empty for a case without parameters.</param>
/// <param name="Nanoseconds">The median of the time.</param>
/// <param name="Deviation">The standard deviation of the time, in nanoseconds.</param>
/// <param name="Bytes">The bytes allocated; for whole processes, the peak of memory.</param>
/// <param name="PictureBytes">The bytes of the pictures; 0 for a case without pictures.</param>
/// <param name="ProgramBytes">The size of the program, if it was measured.</param>
internal sealed record Measurement(
    string Rival,
    string Case,
    double Nanoseconds,
    double Deviation,
    double Bytes,
    long PictureBytes,
    long? ProgramBytes = null);
