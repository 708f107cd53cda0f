using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Meanings;

/// <summary>A part of the prompt and its grammatical role.</summary>
/// <param name="Start">Where it begins, in UTF-16 units of the prompt as given.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Text">The part as it was read: lower case, simplified characters.</param>
/// <param name="Kind">Its role; <see cref="WordKind.Unknown"/> when it was not understood.</param>
/// <param name="Value">The meaning it was given, for example the name of a drawing; empty when none.</param>
internal readonly record struct PromptPart(int Start, int Length, string Text, WordKind Kind, string Value);
