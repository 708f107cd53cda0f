namespace OpenAIImages.Painter.Words.Meanings;

/// <summary>Words to write in the picture.</summary>
/// <param name="Text">The words as the prompt has them, without the quotes.</param>
/// <param name="Surface">The surface that they are written on.</param>
/// <param name="Subject">The index of the subject that bears the words; -1 when no subject bears them.</param>
internal sealed record Lettering(string Text, LetteringSurface Surface, int Subject);
