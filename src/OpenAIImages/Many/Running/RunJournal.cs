using System.Runtime.CompilerServices;

namespace OpenAIImages.Many.Running;

/// <summary>The journal of one run: its earlier records, and the writing of new ones.</summary>
/// <remarks>The first fault of the journal stops the run: no further call begins. The run throws the fault when the
/// calls under way have ended.</remarks>
internal sealed class RunJournal : IDisposable
{
    private static readonly ConditionalWeakTable<IImageJournal, object> InUse = new();

    private readonly IImageJournal _journal;
    private readonly TimeProvider _time;
    private readonly Action _stop;
    private readonly Dictionary<string, ItemHistory> _items = new(StringComparer.Ordinal);
    private ImageJournalException? _fault;

    private RunJournal(IImageJournal journal, TimeProvider time, Action stop)
    {
        _journal = journal;
        _time = time;
        _stop = stop;
    }

    /// <summary>Gets whether a record could not be written.</summary>
    public bool HasFailed => Volatile.Read(ref _fault) is not null;

    /// <summary>Reads a journal for the use of one run alone.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">The action to call when a record could not be written.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ImageJournalException">Another run uses the journal, or the journal cannot be read.</exception>
    public static async Task<RunJournal> OpenAsync(
        IImageJournal journal, TimeProvider time, Action stop, CancellationToken cancellationToken)
    {
        lock (InUse)
        {
            if (InUse.TryGetValue(journal, out _))
            {
                throw ImageJournalException.UsedTwice();
            }

            InUse.Add(journal, journal);
        }

        var run = new RunJournal(journal, time, stop);
        try
        {
            await foreach (var record in journal.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                run.Learn(record);
            }

            return run;
        }
        catch (Exception e)
        {
            run.Dispose();
            if (e is ImageJournalException or OperationCanceledException)
            {
                throw;
            }

            throw new ImageJournalException(
                ImageJournalFault.Unreadable, $"The journal cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Opens the part of the journal for a piece.</summary>
    /// <exception cref="ImageJournalException">The journal already holds the id with another request, or cannot record
    /// the piece.</exception>
    /// <exception cref="ImageInputException">An input cannot be read.</exception>
    public async Task<ItemJournal> OpenItemAsync(
        string id, PromptedImageRequest request, ImageDestination? destination, CancellationToken cancellationToken)
    {
        if (destination is null)
        {
            throw ImageJournalException.NotRecordable(
                id,
                "it has no destination, so that a crash would lose images that the journal calls done. Set " +
                $"{nameof(ImageManyOptions)}.{nameof(ImageManyOptions.Destination)}.");
        }

        if (Guard.HalfPairIn(id) >= 0)
        {
            throw ImageJournalException.NotRecordable(id, "its id holds half of a surrogate pair.");
        }

        var hash = await RequestHash.ComputeAsync(id, request, cancellationToken).ConfigureAwait(false);
        var history = _items.TryGetValue(id, out var known) ? known : new ItemHistory();

        return history.Fits(hash, request)
            ? new ItemJournal(this, history, id, hash)
            : throw ImageJournalException.OtherRequest(id);
    }

    /// <summary>Writes a record before a call.</summary>
    /// <exception cref="ImageJournalException">The record was not written, so that the call must not be
    /// sent.</exception>
    public async Task WriteBeforeAsync(ImageJournalRecord record)
    {
        await WriteAfterAsync(record).ConfigureAwait(false);
        if (Volatile.Read(ref _fault) is { } fault)
        {
            throw new ImageJournalException(fault.Fault, fault.Message, fault)
            {
                JournalPath = fault.JournalPath,
                Id = record.Id,
            };
        }
    }

    /// <summary>Writes a record after a call. A fault is kept and not thrown, since the paid images come
    /// first.</summary>
    public async Task WriteAfterAsync(ImageJournalRecord record)
    {
        if (HasFailed)
        {
            return;
        }

        try
        {
            await _journal
                .AppendAsync(record with { Time = _time.GetUtcNow() }, CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (Exception e)
        {
            var fault = e as ImageJournalException ?? ImageJournalException.NotWritten("The journal", e);
            Interlocked.CompareExchange(ref _fault, fault, null);
            _stop();
        }
    }

    /// <exception cref="ImageJournalException">A record could not be written.</exception>
    public void ThrowIfFailed()
    {
        if (Volatile.Read(ref _fault) is { } fault)
        {
            throw fault;
        }
    }

    public void Dispose()
    {
        lock (InUse)
        {
            InUse.Remove(_journal);
        }
    }

    private void Learn(ImageJournalRecord record)
    {
        if (!_items.TryGetValue(record.Id, out var history))
        {
            _items.Add(record.Id, history = new ItemHistory());
        }

        history.Learn(record);
    }
}
