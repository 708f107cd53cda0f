namespace OpenAIImages.Faults.Soaks;

/// <summary>What the process of the service uses and has seen at a moment.</summary>
/// <param name="Process">What it uses.</param>
/// <param name="Connections">The connections that the client has not closed.</param>
/// <param name="RequestsPaid">The requests that pictures were made for.</param>
/// <param name="Breaches">What arrived and should not have.</param>
/// <param name="Visitors">The visits to the stranger, whom nobody should visit.</param>
internal sealed record ServiceSample(
    ProcessSample Process, int Connections, int RequestsPaid, IReadOnlyCollection<string> Breaches, int Visitors);
