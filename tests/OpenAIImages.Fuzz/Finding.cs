namespace OpenAIImages.Fuzz;

/// <summary>An input that broke a promise.</summary>
/// <param name="Index">The number of the input. The number and the seed make the input again.</param>
/// <param name="Input">The bytes of the input.</param>
/// <param name="Reason">The broken promise.</param>
internal sealed record Finding(int Index, byte[] Input, string Reason);
