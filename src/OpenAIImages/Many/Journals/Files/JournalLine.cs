namespace OpenAIImages.Many.Journals;

/// <summary>A line of a journal.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Bytes">The line without its line feed; good until the next line is read.</param>
/// <param name="End">Where the next line begins in the file.</param>
/// <param name="IsWhole">Whether it ends in a line feed. Only a whole line counts.</param>
internal readonly record struct JournalLine(int Number, ReadOnlyMemory<byte> Bytes, long End, bool IsWhole);
