namespace OpenAIImages.Emulator.Batches;

/// <summary>A request of a batch, ready to be carried out.</summary>
/// <param name="Index">The place of the request in the batch, from 0 on.</param>
/// <param name="Line">The line of the request.</param>
/// <param name="RequestId">The identifier of the request.</param>
/// <param name="Fault">The fault that strikes the request, if any. The task has failed when the caller's own condition
/// threw.</param>
internal sealed record BatchRequest(int Index, BatchLine Line, string RequestId, Task<EmulatorFault?> Fault);
