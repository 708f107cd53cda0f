namespace OpenAIImages.Fuzz;

/// <summary>An input that broke a promise.</summary>
/// <param name="Index">Its number. The number and the seed make the input again.</param>
/// <param name="Input">The bytes.</param>
/// <param name="Reason">The promise that it broke.</param>
internal sealed record Finding(int Index, byte[] Input, string Reason);
