namespace OpenAIImages.Painter.Words;

/// <summary>One meaning of a word: <c>colour red</c>, <c>noun cat</c>.</summary>
internal readonly record struct WordMeaning(WordKind Kind, string Value);
