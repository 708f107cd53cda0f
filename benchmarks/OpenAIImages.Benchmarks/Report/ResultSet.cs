namespace OpenAIImages.Benchmarks.Report;

/// <summary>What was measured, to be asked by class, case and rival.</summary>
/// <param name="stages">The classes.</param>
internal sealed class ResultSet(IReadOnlyList<StageResult> stages)
{
    /// <summary>Gets the classes.</summary>
    public IReadOnlyList<StageResult> Stages { get; } = stages;

    /// <summary>Compares two rivals in each case of a class that both took part in.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="stage">The name of the class.</param>
    /// <param name="cases">How the names of the cases begin.</param>
    /// <param name="rival">Who is compared.</param>
    /// <param name="other">With whom.</param>
    /// <param name="compare">Makes a figure of the two.</param>
    /// <returns>One for each case; none when nothing was measured.</returns>
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
    /// <param name="cases">How the names of the cases begin.</param>
    /// <param name="rival">The rival.</param>
    public IEnumerable<Measurement> Of(string stage, string cases, string rival)
        => Stages
            .Where(result => result.Stage == stage)
            .SelectMany(result => result.Measurements)
            .Where(item => item.Rival == rival && item.Case.StartsWith(cases, StringComparison.Ordinal));
}
