using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Meanings;

/// <summary>A part of the prompt and its grammatical role.</summary>
/// <param name="Start">The start in the original prompt, in UTF-16 units.</param>
/// <param name="Length">The length in the original prompt, in UTF-16 units.</param>
/// <param name="Text">The text of the part, in lower case and simplified characters.</param>
/// <param name="Kind">The role; <see cref="WordKind.Unknown"/> when the part is not understood.</param>
/// <param name="Value">The meaning of the part, for example the name of a drawing; empty when it has none.</param>
internal readonly record struct PromptPart(int Start, int Length, string Text, WordKind Kind, string Value);
