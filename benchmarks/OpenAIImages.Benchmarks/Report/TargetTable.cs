using OpenAIImages.Benchmarks.Processes;

namespace OpenAIImages.Benchmarks.Report;

/// <summary>The promises in a table: what was reached, whether they are kept, and how to see it.</summary>
internal static class TargetTable
{
    private const string Command = "dotnet run -c Release --project benchmarks/OpenAIImages.Benchmarks --";

    /// <summary>Writes the rows that the results say something about.</summary>
    public static string Write(ResultSet results)
    {
        string[] lines =
        [
            $"| What | Target | Reached | Met | See it with `{Command} …` |",
            "|---|---:|---:|---|---|",
            .. from target in Targets.All
               let reached = target.Reached(results)
               where reached.Length > 0
               select Row(target, reached),
        ];

        return string.Join('\n', lines) + "\n";
    }

    private static string Row(Target target, double[] reached)
    {
        var limit = $"{(target.IsAtLeast ? "≥" : "≤")} {target.Write(target.Limit)}";
        var met = target.IsMet(reached) ? "yes" : "**no**";

        return $"| {target.What} | {limit} | {Range(target, reached)} | {met} | {Part(target)} |";
    }

    private static string Range(Target target, double[] reached)
    {
        var (least, most) = (target.Write(reached.Min()), target.Write(reached.Max()));

        return least == most ? least : $"{least} to {most}";
    }

    private static string Part(Target target)
        => target.Part is nameof(SaveToFiles) or nameof(ColdStart)
            ? "`processes`"
            : $"`--filter '*{target.Part}.*'`";
}
