using OpenAIImages.Faults.Faults;
using OpenAIImages.Faults.Origins;

namespace OpenAIImages.Faults.Scripts;

/// <summary>One call, and all its faults.</summary>
/// <param name="Seed">Makes the same script again.</param>
/// <param name="Operation">The kind of the call.</param>
/// <param name="Order">The pictures that the call requests.</param>
/// <param name="Faults">The fault of each attempt; later attempts have no fault.</param>
/// <param name="LinkFaults">The fault of each attempt to fetch a link.</param>
/// <param name="MaxRetries">The highest number of retries of the call.</param>
internal sealed record FaultScript(
    int Seed,
    Operation Operation,
    Order Order,
    IReadOnlyList<Fault> Faults,
    IReadOnlyList<Fault> LinkFaults,
    int MaxRetries)
{
    private static readonly Fault Well = new NoFault(Framing.Length);

    /// <summary>Gets the attempt, from 0, at which the caller cancels, and the time from the beginning of this attempt.
    /// </summary>
    public (int Attempt, TimeSpan After)? Cancels { get; init; }

    /// <summary>Gets whether the reader of a stream stops at the first image.</summary>
    public bool LeavesEarly { get; init; }

    /// <summary>Gets whether the client comes from a container, with a primary handler of the test.</summary>
    public bool IsHosted { get; init; }

    /// <summary>Gets the kind of that handler.</summary>
    public PrimaryKind Primary { get; init; }

    /// <summary>Gets the time limit of the client, in real time.</summary>
    /// <remarks>A busy machine never reaches this limit. A fault that tests the limit lets it pass on the clock of the
    /// client.</remarks>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets the time limit of a client without a clock of its own, in real time.</summary>
    public TimeSpan RealPatience
        => Faults.Concat(LinkFaults).Any(fault => fault.TakesPatience) ? TimeSpan.FromSeconds(1) : Patience;

    public bool IsStream => Operation is Operation.Stream or Operation.StreamToFiles or Operation.EditStream;

    public bool IsEdit => Operation is Operation.Edit or Operation.EditOnce or Operation.EditStream;

    public bool GoesToFiles => Operation is Operation.GenerateToFiles or Operation.StreamToFiles
        or Operation.LinksToFiles or Operation.Download;

    public Fault FaultAt(int attempt) => attempt < Faults.Count ? Faults[attempt] : Well;

    public Fault LinkFaultAt(int attempt) => attempt < LinkFaults.Count ? LinkFaults[attempt] : Well;

    public override string ToString()
        => $"FAULT_SEED={Seed}: {Operation} of {Order.Count} x {Order.Length} bytes, {MaxRetries} retries" +
            $"{(IsHosted ? $", hosted on {Primary}" : "")}{(LeavesEarly ? ", leaves early" : "")}" +
            $"{(Cancels is { } at ? $", cancels {at.After.TotalMilliseconds} ms into attempt {at.Attempt}" : "")}" +
            $"; faults [{string.Join(" | ", Faults)}]; of links [{string.Join(" | ", LinkFaults)}]";
}
