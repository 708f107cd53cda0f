using OpenAIImages;

namespace Catalogue;

/// <summary>The outcomes of earlier runs, from the journal.</summary>
internal sealed class EarlierRuns
{
    private readonly Dictionary<string, ImageJournalRecord> _last = new(StringComparer.Ordinal);
    private readonly List<string> _unknownCalls = [];

    private EarlierRuns()
    {
    }

    /// <summary>Gets the number of pictures that earlier runs made.</summary>
    public int Done => _last.Values.Count(record => record.Mark == ImageJournalMark.Done);

    /// <summary>Gets the cost of these pictures, in dollars.</summary>
    public decimal Spent
        => _last.Values.Where(record => record.Mark == ImageJournalMark.Done).Sum(record => record.Cost ?? 0);

    /// <summary>Gets the id of each call that was sent and has an unknown outcome.</summary>
    /// <remarks>Each of these calls may have been billed.</remarks>
    public IEnumerable<string> UnknownCalls
        => _unknownCalls.Concat(_last.Values.Where(IsUnknown).Select(record => record.Id));

    public static async Task<EarlierRuns> ReadAsync(IImageJournal journal, CancellationToken cancellationToken)
    {
        var runs = new EarlierRuns();
        await foreach (var record in journal.ReadAsync(cancellationToken))
        {
            // When a call is repeated, the outcome of the earlier call stays unknown.
            if (record.Mark == ImageJournalMark.Begun && runs.IsUnknown(record.Id))
            {
                runs._unknownCalls.Add(record.Id);
            }

            runs._last[record.Id] = record;
        }

        return runs;
    }

    /// <summary>Gets whether the outcome of a product's last call is unknown.</summary>
    public bool IsUnknown(string id) => _last.TryGetValue(id, out var record) && IsUnknown(record);

    private static bool IsUnknown(ImageJournalRecord record)
        => record.Mark is ImageJournalMark.Begun or ImageJournalMark.PossiblyBilled;
}
