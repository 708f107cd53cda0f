namespace OpenAIImages.Faults.Soaks;

/// <summary>The resources that both processes use at a moment.</summary>
/// <param name="At">The time since the beginning.</param>
/// <param name="Calls">The calls that have ended by then.</param>
/// <param name="Client">The resources of the client.</param>
/// <param name="Service">The resources of the service, and its counts.</param>
internal sealed record SoakSample(TimeSpan At, long Calls, ProcessSample Client, ServiceSample Service);
