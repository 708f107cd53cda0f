namespace OpenAIImages.Benchmarks.Report;

/// <summary>The results of a class, in a table.</summary>
internal static class StageTable
{
    /// <summary>Writes all cases: the figures of each rival, and its time relative to the official package.</summary>
    public static string Write(StageResult stage)
    {
        var hasPrograms = stage.Measurements.Any(item => item.ProgramBytes is not null);
        var memory = stage.IsOfProcesses() ? "Peak of memory" : "Allocated";
        string[] lines =
        [
            $"| Case | Client | Time | ± | Time, OpenAI = 1x | {memory} | {Last(hasPrograms)} |",
            "|---|---|---:|---:|---:|---:|---:|",
            .. from same in stage.Measurements
                   .OrderBy(item => item.PictureBytes)
                   .ThenBy(item => item.Case, StringComparer.Ordinal)
                   .GroupBy(item => item.Case)
               let official = same.FirstOrDefault(item => item.Rival == Rival.Official)
               from item in same.OrderBy(item => Array.IndexOf(Rival.InOrder, item.Rival))
               select Row(item, official, stage.IsOfProcesses(), hasPrograms),
        ];

        return string.Join('\n', lines) + "\n";
    }

    private static string Row(Measurement item, Measurement? official, bool isOfProcess, bool hasPrograms)
    {
        var name = Rival.NameOf(item.Rival);
        string[] cells =
        [
            item.Case,
            item.Rival.StartsWith(Rival.Ours, StringComparison.Ordinal) ? $"**{name}**" : name,
            Quantity.Time(item.Nanoseconds),
            Quantity.Time(item.Deviation),
            official is null ? "" : Quantity.Times(item.Nanoseconds / official.Nanoseconds),
            isOfProcess ? Quantity.MB(item.Bytes) : Quantity.Memory(item.Bytes),
            hasPrograms ? item.ProgramBytes is { } size ? Quantity.MB(size) : ""
                : item.PictureBytes > 0 ? Quantity.Times(item.Bytes / item.PictureBytes) : "",
        ];

        return $"| {string.Join(" | ", cells)} |";
    }

    private static string Last(bool hasPrograms) => hasPrograms ? "Program" : "Memory, picture bytes = 1x";
}
