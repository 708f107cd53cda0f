namespace OpenAIImages.Benchmarks.Report;

/// <summary>The part of the repository's readme with the speed of the client.</summary>
internal static class ReadmePart
{
    private const string Begin = "<!-- benchmarks -->";
    private const string End = "<!-- /benchmarks -->";

    private static readonly (string What, string Stage, string Case)[] Rows =
    [
        ("a picture of 2 MiB, as bytes", nameof(Stages.ReplyToBytes), "1 x 2 MiB, 16 KB reads"),
        ("a picture of 2 MiB, to a stream", nameof(Stages.ReplyToDestination), "1 x 2 MiB, 16 KB reads"),
        ("three events of 2 MiB, as bytes", nameof(Stages.EventsToBytes), ""),
        ("three events of 2 MiB, to a stream", nameof(Stages.EventsToDestination), ""),
        ("64 calls at once over loopback", nameof(Processes.ManyAtOnce), ""),
        ("a picture of 1 KiB, the whole call", nameof(Stages.SmallPicture), ""),
        ("200 pictures of 8 MiB at once to files, peak", nameof(Processes.SaveToFiles), ""),
    ];

    /// <summary>Puts the figures between the markers, in place of the earlier figures.</summary>
    /// <param name="readme">The readme.</param>
    /// <param name="results">The results.</param>
    /// <exception cref="InvalidOperationException">The readme has no markers.</exception>
    public static string Replace(string readme, ResultSet results)
    {
        var begin = readme.IndexOf(Begin, StringComparison.Ordinal);
        var end = readme.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new InvalidOperationException($"The readme has no {Begin} … {End}.");
        }

        return $"{readme[..(begin + Begin.Length)]}\n{Write(results)}{readme[end..]}";
    }

    private static string Write(ResultSet results)
    {
        string[] lines =
        [
            "![Time and memory beside other clients](docs/benchmarks.svg)",
            "",
            $"| | {Rival.NameOf(Rival.Official)} | OpenAIImages | times faster |",
            "|---|---:|---:|---:|",
            .. from row in Rows
               from ours in results.Of(row.Stage, row.Case, Rival.Ours)
               from official in results.Of(row.Stage, row.Case, Rival.Official)
               where ours.Case == official.Case && (ours.Case == row.Case || row.Case.Length == 0)
               select $"| {row.What} | {Figures(official)} | {Figures(ours)} | {Faster(ours, official)} |",
        ];

        return string.Join('\n', lines) + "\n";
    }

    private static string Faster(Measurement ours, Measurement official)
        => Quantity.Times(official.Nanoseconds / ours.Nanoseconds);

    private static string Figures(Measurement item)
        => $"{Quantity.Time(item.Nanoseconds)}, {Quantity.Memory(item.Bytes)}";
}
