namespace OpenAIImages.Limiting;

/// <summary>What one attempt asks of a pacer, and the figures of its client.</summary>
/// <param name="Images">How many images the attempt asks for.</param>
/// <param name="Limit">How many images the client allows in a minute.</param>
/// <param name="MaxQueued">How many images may wait, those of the attempt included.</param>
internal readonly record struct PermitRequest(int Images, int Limit, int MaxQueued);
