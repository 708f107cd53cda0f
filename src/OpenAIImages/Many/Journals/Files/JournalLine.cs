namespace OpenAIImages.Many.Journals;

/// <summary>A line of a journal.</summary>
/// <param name="Number">The number of the line, from 1.</param>
/// <param name="Bytes">The line without its line feed; valid until the next line is read.</param>
/// <param name="End">The position in the file at which the next line begins.</param>
/// <param name="IsWhole">Whether the line ends in a line feed. Only a whole line counts.</param>
internal readonly record struct JournalLine(int Number, ReadOnlyMemory<byte> Bytes, long End, bool IsWhole);
