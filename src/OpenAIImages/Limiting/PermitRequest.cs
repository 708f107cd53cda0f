namespace OpenAIImages.Limiting;

/// <summary>What one attempt asks of a pace, and what its client has set.</summary>
/// <param name="Images">How many images it asks for.</param>
/// <param name="Limit">How many images its client allows in a minute.</param>
/// <param name="MaxQueued">How many images may wait, its own included.</param>
internal readonly record struct PermitRequest(int Images, int Limit, int MaxQueued);
