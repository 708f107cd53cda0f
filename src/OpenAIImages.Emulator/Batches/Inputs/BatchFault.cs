namespace OpenAIImages.Emulator.Batches;

/// <summary>A mistake in the input of a batch, for which none of its requests is carried out.</summary>
/// <param name="Code">The code.</param>
/// <param name="Message">The words.</param>
/// <param name="Param">The field at fault; <see langword="null"/> when it is no field's.</param>
/// <param name="Line">Which line it is in, counted from 1; <see langword="null"/> when it is in none.</param>
internal sealed record BatchFault(string Code, string Message, string? Param = null, int? Line = null);
