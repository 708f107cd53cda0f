namespace OpenAIImages.Faults.Soaks;

/// <summary>What both processes use at a moment.</summary>
/// <param name="At">The time since the beginning.</param>
/// <param name="Calls">The calls that have ended by then.</param>
/// <param name="Client">What the process of the client uses.</param>
/// <param name="Service">What the process of the service uses and has seen.</param>
internal sealed record SoakSample(TimeSpan At, long Calls, ProcessSample Client, ServiceSample Service);
