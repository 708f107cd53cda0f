namespace OpenAIImages;

/// <summary>Records the paid calls of a large work, so that the work can go on after a crash and buys nothing
/// twice.</summary>
/// <remarks>
/// <see cref="ImageFileJournal"/> is one in a file. One of your own may live in a database. It belongs to one run at a
/// time: an implementation has to keep other processes away. It is called by several calls at once.
/// </remarks>
public interface IImageJournal
{
    /// <summary>Reads all records, in the order in which they were appended.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The records.</returns>
    IAsyncEnumerable<ImageJournalRecord> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Appends a record. It must be safe from a crash and from a loss of power when the task ends.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Stops the waiting. A large work never cancels it.</param>
    /// <returns>A task that ends when the record is safe. Any exception ends the work: no further call
    /// begins.</returns>
    Task AppendAsync(ImageJournalRecord record, CancellationToken cancellationToken = default);
}
