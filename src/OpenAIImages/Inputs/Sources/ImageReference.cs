namespace OpenAIImages.Inputs;

/// <summary>A picture that the service fetches itself.</summary>
/// <param name="Field">The wire name of the kind of reference.</param>
/// <param name="Value">The reference.</param>
internal sealed record ImageReference(string Field, string Value);
