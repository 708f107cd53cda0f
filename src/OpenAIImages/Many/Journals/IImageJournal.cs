namespace OpenAIImages;

/// <summary>Records the paid calls of a large job, so that the job can continue after a crash and buys no image
/// twice.</summary>
/// <remarks>
/// <see cref="ImageFileJournal"/> is a journal in a file. Your own journal may be in a database. A journal belongs to
/// one run at a time: an implementation has to keep other processes away. Several calls use it at once.
/// </remarks>
public interface IImageJournal
{
    /// <summary>Reads all records, in the order in which they were appended.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The records.</returns>
    IAsyncEnumerable<ImageJournalRecord> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Appends a record. The record must be safe from a crash and from a loss of power when the task
    /// ends.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Stops the wait. A large job never cancels this token.</param>
    /// <returns>A task that ends when the record is safe. Any exception ends the job: no further call begins.</returns>
    Task AppendAsync(ImageJournalRecord record, CancellationToken cancellationToken = default);
}
