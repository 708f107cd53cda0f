namespace OpenAIImages.Emulator.Batches;

/// <summary>The result of checking the input of a batch.</summary>
/// <param name="Model">The model of the first request that names one; <see langword="null"/> when no request does.
/// </param>
/// <param name="Count">The number of requests.</param>
/// <param name="Faults">The mistakes in the input.</param>
internal sealed record BatchInput(string? Model, int Count, IReadOnlyList<BatchFault> Faults);
