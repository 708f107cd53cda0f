namespace OpenAIImages.Benchmarks.Report;

/// <summary>The promises in a table: the figures reached, whether each promise is kept, and the command that measures
/// it.</summary>
internal static class TargetTable
{
    private const string Command = "dotnet run -c Release --project benchmarks/OpenAIImages.Benchmarks --";

    /// <summary>Writes a row for each promise.</summary>
    /// <param name="results">The results.</param>
    /// <param name="withUnmeasured">Whether promises without a result get a row, too.</param>
    public static string Write(ResultSet results, bool withUnmeasured)
    {
        string[] lines =
        [
            $"| Promise | Target | Reached | Kept | Measure it with `{Command} …` |",
            "|---|---:|---:|---|---|",
            .. from target in Targets.All
               let reached = target.Reached(results)
               where withUnmeasured || reached.Length > 0
               select Row(target, reached),
        ];

        return string.Join('\n', lines) + "\n";
    }

    private static string Row(Target target, double[] reached)
    {
        var limit = $"{(target.IsAtLeast ? "≥" : "≤")} {target.Write(target.Limit)}";
        var (range, met) = reached is []
            ? ("not measured", "")
            : (Range(target, reached), target.IsMet(reached) ? "yes" : "**no**");

        return $"| {target.What} | {limit} | {range} | {met} | {Part(target)} |";
    }

    private static string Range(Target target, double[] reached)
    {
        var (least, most) = (target.Write(reached.Min()), target.Write(reached.Max()));

        return least == most ? least : $"{least} to {most}";
    }

    private static string Part(Target target)
        => Suite.ProcessNames.Contains(target.Part) ? $"`processes {target.Part}`"
            : $"`--filter '*{target.Part}.*'`";
}
