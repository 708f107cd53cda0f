namespace OpenAIImages.Limiting;

/// <summary>What the service says is left of one of its limits, less what has been sent since.</summary>
/// <param name="dimension">What is limited, in the service's word.</param>
/// <param name="left">How much is left.</param>
/// <param name="until">When all is available again.</param>
internal sealed class ServerReportedLimit(string dimension, long left, TimeSpan until)
{
    private long _left = left;

    public TimeSpan Until { get; } = until;

    /// <summary>Returns what a turn takes of a limit; nothing of those that nobody can tell beforehand.</summary>
    public static long Cost(string dimension, int images, int calls)
        => dimension switch { "images" => images, "requests" => calls, _ => 0 };

    /// <summary>Whether a turn must wait for <see cref="Until"/>.</summary>
    public bool Stops(PermitRequest turn, TimeSpan now)
        => now < Until && _left < Math.Max(Cost(dimension, turn.Images, calls: 1), 1);

    public void Take(PermitRequest turn) => _left -= Cost(dimension, turn.Images, calls: 1);
}
