using OpenAIImages.Faults.Callers;

namespace OpenAIImages.Faults.Scripts;

/// <summary>The outcome of a script.</summary>
/// <param name="Script">The script.</param>
/// <param name="Outcome">The end of the call; <see langword="null"/> when it did not.</param>
/// <param name="Elapsed">The real time that it took.</param>
internal sealed record ScriptReport(FaultScript Script, CallOutcome? Outcome, TimeSpan Elapsed)
{
    /// <summary>Gets how many attempts reached the service.</summary>
    public int Attempts { get; init; }

    /// <summary>Gets how many attempts there were to fetch a link.</summary>
    public int LinkAttempts { get; init; }

    /// <summary>Gets how many requests the service billed.</summary>
    public int RequestsPaid { get; init; }

    /// <summary>Gets how many pictures the service billed.</summary>
    public int PicturesMade { get; init; }

    /// <summary>Gets whether the client closed all its connections.</summary>
    public bool AreConnectionsClosed { get; init; }

    /// <summary>Gets what arrived at the service and should not have.</summary>
    public IReadOnlyCollection<string> Arrived { get; init; } = [];

    /// <summary>Gets the files there are afterwards.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>Gets all that was emitted.</summary>
    public string Emitted { get; init; } = "";
}
