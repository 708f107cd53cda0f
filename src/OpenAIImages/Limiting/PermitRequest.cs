namespace OpenAIImages.Limiting;

/// <summary>The images of one attempt, and the figures of its client for a pacer.</summary>
/// <param name="Images">The number of images that the attempt asks for.</param>
/// <param name="Limit">The number of images that the client allows in a minute.</param>
/// <param name="MaxQueued">The number of images that may wait, with those of the attempt.</param>
internal readonly record struct PermitRequest(int Images, int Limit, int MaxQueued);
