namespace OpenAIImages.Benchmarks.Report;

/// <summary>A promise about speed, memory or size, and how it is seen whether it is kept.</summary>
/// <param name="What">What is promised.</param>
/// <param name="IsAtLeast">Whether <paramref name="Limit"/> is the least that will do; else it is the most.</param>
/// <param name="Limit">The figure that is promised.</param>
/// <param name="Write">Writes a figure with its unit.</param>
/// <param name="Reached">Finds the figures that were reached; none when nothing was measured.</param>
/// <param name="Part">The name of the measurement that shows it; <see langword="null"/> where there is none.</param>
internal sealed record Target(
    string What,
    bool IsAtLeast,
    double Limit,
    Func<double, string> Write,
    Func<ResultSet, double[]> Reached,
    string? Part)
{
    /// <summary>Returns whether every case keeps the promise.</summary>
    public bool IsMet(double[] reached)
        => reached.All(figure => IsAtLeast ? figure >= Limit : figure <= Limit);
}
