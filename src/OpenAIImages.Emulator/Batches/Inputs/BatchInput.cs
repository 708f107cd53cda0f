namespace OpenAIImages.Emulator.Batches;

/// <summary>What was found out about the input of a batch.</summary>
/// <param name="Model">The model of its first request; <see langword="null"/> when there is none.</param>
/// <param name="Count">How many requests it has.</param>
/// <param name="Faults">Its mistakes.</param>
internal sealed record BatchInput(string? Model, int Count, IReadOnlyList<BatchFault> Faults);
