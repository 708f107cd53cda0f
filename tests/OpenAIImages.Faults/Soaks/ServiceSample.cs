namespace OpenAIImages.Faults.Soaks;

/// <summary>The resources that the service uses at a moment, and its counts until then.</summary>
/// <param name="Process">The resources.</param>
/// <param name="Connections">The connections that the client has not closed.</param>
/// <param name="RequestsPaid">The requests that pictures were made for.</param>
/// <param name="Breaches">The requests that should not have arrived.</param>
/// <param name="Visitors">The visits to the stranger, whom no call should visit.</param>
internal sealed record ServiceSample(
    ProcessSample Process, int Connections, int RequestsPaid, IReadOnlyCollection<string> Breaches, int Visitors);
