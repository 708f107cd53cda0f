namespace OpenAIImages.Benchmarks.Report;

/// <summary>The results, by class, case and rival.</summary>
/// <param name="stages">The classes.</param>
internal sealed class ResultSet(IReadOnlyList<StageResult> stages)
{
    /// <summary>Gets the classes.</summary>
    public IReadOnlyList<StageResult> Stages { get; } = stages;

    /// <summary>Compares two rivals in each case of a class that has figures of both.</summary>
    /// <typeparam name="T">The type of the figure.</typeparam>
    /// <param name="stage">The name of the class.</param>
    /// <param name="cases">The beginning of the names of the cases.</param>
    /// <param name="rival">The rival that is compared.</param>
    /// <param name="other">The rival to compare with.</param>
    /// <param name="compare">Makes a figure of the two measurements.</param>
    /// <returns>One figure for each case; an empty array without measurements.</returns>
    public T[] Compare<T>(
        string stage, string cases, string rival, string other, Func<Measurement, Measurement, T> compare)
        =>
        [
            .. from one in Of(stage, cases, rival)
               join two in Of(stage, cases, other) on one.Case equals two.Case
               select compare(one, two),
        ];

    /// <summary>Returns a rival's measurements in a class.</summary>
    /// <param name="stage">The name of the class.</param>
    /// <param name="cases">The beginning of the names of the cases.</param>
    /// <param name="rival">The rival.</param>
    public IEnumerable<Measurement> Of(string stage, string cases, string rival)
        => Stages
            .Where(result => result.Stage == stage)
            .SelectMany(result => result.Measurements)
            .Where(item => item.Rival == rival && item.Case.StartsWith(cases, StringComparison.Ordinal));
}
