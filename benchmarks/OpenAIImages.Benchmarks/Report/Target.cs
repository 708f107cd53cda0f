namespace OpenAIImages.Benchmarks.Report;

/// <summary>A promise about speed, memory or size, and the figures that show whether it is kept.</summary>
/// <param name="What">The promise.</param>
/// <param name="IsAtLeast">Whether <paramref name="Limit"/> is a lower limit; otherwise it is an upper limit.</param>
/// <param name="Limit">The promised figure.</param>
/// <param name="Write">Writes a figure with its unit.</param>
/// <param name="Reached">Finds the figures that were reached; an empty array without measurements.</param>
/// <param name="Part">The name of the measurement that shows them.</param>
internal sealed record Target(
    string What,
    bool IsAtLeast,
    double Limit,
    Func<double, string> Write,
    Func<ResultSet, double[]> Reached,
    string Part)
{
    /// <summary>Returns whether every case keeps the promise.</summary>
    public bool IsMet(double[] reached)
        => reached.All(figure => IsAtLeast ? figure >= Limit : figure <= Limit);
}
