namespace OpenAIImages.Benchmarks.Report;

/// <summary>A case that the plot shows.</summary>
/// <param name="Title">The case, in the reader's words.</param>
/// <param name="Stage">The name of the class.</param>
/// <param name="Case">The name of the case.</param>
internal sealed record PlotGroup(string Title, string Stage, string Case)
{
    /// <summary>Gets the common cases.</summary>
    public static IReadOnlyList<PlotGroup> All { get; } =
    [
        new("A picture of 2 MiB, as bytes", nameof(Stages.ReplyToBytes), "1 x 2 MiB, 16 KB reads"),
        new("A picture of 2 MiB, to a stream", nameof(Stages.ReplyToDestination), "1 x 2 MiB, 16 KB reads"),
        new("Three events of 2 MiB, as bytes", nameof(Stages.EventsToBytes), ""),
        new("64 calls at once over loopback, 2 MiB each", nameof(Processes.ManyAtOnce), "64 at once, 2 MiB"),
    ];

    /// <summary>Returns the rivals of the case, the official package first and without the floor.</summary>
    public IReadOnlyList<Measurement> Bars(ResultSet results)
    {
        Measurement[] bars =
        [
            .. results.Stages
                .Where(result => result.Stage == Stage)
                .SelectMany(result => result.Measurements)
                .Where(item => item.Case == Case && item.Rival != Rival.Floor),
        ];

        return [.. bars.OrderBy(bar => Array.IndexOf(Rival.InOrder, bar.Rival))];
    }
}
