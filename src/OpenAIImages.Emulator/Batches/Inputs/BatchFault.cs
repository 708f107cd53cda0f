namespace OpenAIImages.Emulator.Batches;

/// <summary>A mistake in the input of a batch, because of which no request of the batch is carried out.</summary>
/// <param name="Code">The code.</param>
/// <param name="Message">The message.</param>
/// <param name="Param">The faulty field; <see langword="null"/> when no field is faulty.</param>
/// <param name="Line">The number of the faulty line, from 1 on; <see langword="null"/> when the mistake is not in a
/// line.</param>
internal sealed record BatchFault(string Code, string Message, string? Param = null, int? Line = null);
