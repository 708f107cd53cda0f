namespace OpenAIImages.Many.Running;

/// <summary>The records of earlier runs about a piece: the last record of each of its calls.</summary>
internal sealed class ItemHistory
{
    private readonly SortedDictionary<int, ImageJournalRecord> _parts = [];
    private string? _hash;
    private bool _isMixed;

    public void Learn(ImageJournalRecord record)
    {
        _hash ??= record.RequestHash;
        _isMixed |= _hash != record.RequestHash;

        // A call that is done stays done, whatever record follows.
        if (Find(record.Part) is not { Mark: ImageJournalMark.Done })
        {
            _parts[record.Part] = record;
        }
    }

    /// <summary>Gets whether all records belong to a request.</summary>
    /// <param name="hash">The hash of the request.</param>
    /// <param name="request">The request. Its split has to give the calls that were recorded.</param>
    public bool Fits(string hash, PromptedImageRequest request)
        => _hash is null
            || (!_isMixed
                && _hash == hash
                && _parts.Values.All(record => record.Count == CallSplit.CountOf(request, record.Part)));

    public ImageJournalRecord? Find(int part) => _parts.TryGetValue(part, out var record) ? record : null;

    /// <summary>Finds the calls that are done.</summary>
    public IEnumerable<ImageJournalRecord> FindDone()
        => _parts.Values.Where(record => record.Mark == ImageJournalMark.Done);

    /// <summary>Finds the first call that the service may have billed and that has no known result.</summary>
    public ImageJournalRecord? FindUnderWay()
        => _parts.Values.FirstOrDefault(
            record => record.Mark is ImageJournalMark.Begun or ImageJournalMark.PossiblyBilled);
}
