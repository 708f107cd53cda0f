using System.Globalization;

namespace OpenAIImages.Benchmarks.Report;

/// <summary>The committed pages: one for each class, the promises, the plot, and the part of the readme.</summary>
internal static class Pages
{
    /// <summary>Writes all of them.</summary>
    /// <param name="results">The results.</param>
    /// <param name="build">The build of the client that was measured; <see langword="null"/> for the usual build. Only
    /// the figures of the usual build go into the readme.</param>
    public static void Write(ResultSet results, string? build)
    {
        var suffix = build is null ? "" : $"-{build}";
        Directory.CreateDirectory(Repository.Pages);
        foreach (var stage in results.Stages)
        {
            Save($"{stage.Stage}{suffix}.md", $"# {stage.Stage}{Of(build)}", [stage], StageTable.Write(stage));
        }

        var targets = TargetTable.Write(results, withUnmeasured: build is null);
        Save($"targets{suffix}.md", $"# Targets{Of(build)}", results.Stages, targets);
        if (build is null)
        {
            File.WriteAllText(Repository.Plot, Plot.Write(results));
            File.WriteAllText(
                Repository.Readme, ReadmePart.Replace(File.ReadAllText(Repository.Readme), results));
        }
    }

    private static string Of(string? build) => build is null ? "" : $", the {build} build";

    private static void Save(string name, string title, IReadOnlyList<StageResult> stages, string table)
    {
        var runs = stages
            .Select(stage => $"Measured on {Day(stage.Taken)}{Length(stage)}. {stage.Machine}.")
            .Distinct();
        File.WriteAllText(
            Path.Combine(Repository.Pages, name), $"{title}\n\n{string.Join("\n\n", runs)}\n\n{table}");
    }

    private static string Length(StageResult stage) => stage.IsShort ? ", in a short run" : "";

    private static string Day(DateTimeOffset taken) => taken.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
