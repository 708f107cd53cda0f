using OpenAIImages.Faults.Callers;

namespace OpenAIImages.Faults.Scripts;

/// <summary>The outcome of a script.</summary>
/// <param name="Script">The script.</param>
/// <param name="Outcome">The end of the call; <see langword="null"/> for a call that did not end.</param>
/// <param name="Elapsed">The real time that the call took.</param>
internal sealed record ScriptReport(FaultScript Script, CallOutcome? Outcome, TimeSpan Elapsed)
{
    /// <summary>Gets how many attempts began, including failures to connect.</summary>
    public int Attempts { get; init; }

    /// <summary>Gets the number of attempts to fetch a link.</summary>
    public int LinkAttempts { get; init; }

    /// <summary>Gets how many requests the service billed.</summary>
    public int RequestsPaid { get; init; }

    /// <summary>Gets how many pictures the service billed.</summary>
    public int PicturesMade { get; init; }

    /// <summary>Gets whether the client closed all its connections.</summary>
    public bool AreConnectionsClosed { get; init; }

    /// <summary>Gets a sentence for each request that should not have arrived at the service.</summary>
    public IReadOnlyCollection<string> Arrived { get; init; } = [];

    /// <summary>Gets the files after the call, with their bytes.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>Gets all emitted texts.</summary>
    public string Emitted { get; init; } = "";
}
