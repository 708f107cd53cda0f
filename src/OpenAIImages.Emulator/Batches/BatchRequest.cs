namespace OpenAIImages.Emulator.Batches;

/// <summary>A request of a batch that is about to be carried out.</summary>
/// <param name="Index">Which request of the batch it is, from 0 on.</param>
/// <param name="Line">What its line says.</param>
/// <param name="RequestId">The identifier of the request.</param>
/// <param name="Fault">What the emulator was told to let go wrong with it; failed when a condition of the caller's own
/// failed.</param>
internal sealed record BatchRequest(int Index, BatchLine Line, string RequestId, Task<EmulatorFault?> Fault);
