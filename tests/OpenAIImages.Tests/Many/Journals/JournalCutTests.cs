using CsCheck;

namespace OpenAIImages.Tests.Many.Journals;

/// <summary>A crash can cut a journal at any byte. The run that continues from it buys nothing twice.</summary>
public sealed class JournalCutTests
{
    private const int ImagesOfACall = 10;

    private static readonly ImageJournalMark[] Ends =
        [ImageJournalMark.Done, ImageJournalMark.Failed, ImageJournalMark.PossiblyBilled, ImageJournalMark.Begun];

    [Fact]
    public async Task A_journal_cut_at_any_byte_buys_nothing_twice()
        => await Gen.Select(
            Gen.Select(Gen.Int[1, 3], Gen.Int[0, 3].Array[3]).Array[1, 6],
            Gen.Int[0, 1_000].Array[40],
            Gen.Double[0, 1])
            .SampleAsync(CutAsync, iter: 200);

    private static async Task CutAsync((int Calls, int[] Ends)[] pieces, int[] order, double place)
    {
        using var work = new JournalWork();
        var items = pieces
            .Select((piece, index) => JournalWork.Item($"{index}", piece.Calls * ImagesOfACall))
            .ToArray();
        var records = await RecordsOfAsync(items, pieces, order);
        await WriteAsync(work, records);
        var bytes = await File.ReadAllBytesAsync(work.JournalPath);
        var cut = (int)(place * bytes.Length);
        await File.WriteAllBytesAsync(work.JournalPath, bytes[..cut]);
        var lines = Math.Max(1, bytes[..cut].Count(one => one == '\n'));
        var kept = records.Take(lines - 1).ToLookup(record => record.Id);

        var client = new PaidClient();
        var results = await work.RunAsync(client, items);
        var later = new PaidClient();
        var last = await work.RunAsync(later, items);

        foreach (var (item, result) in items.Zip(results))
        {
            var expected = Expect(kept[item.Id], item.Request.Count!.Value / ImagesOfACall);
            Assert.Equal(expected.Bought, client.Bought.Count(prompt => prompt == item.Request.Prompt));
            Assert.Equal(expected.Status, result.Status);
        }

        Assert.Empty(later.Bought);
        Assert.All(
            results.Zip(last),
            pair => Assert.Equal(
                pair.First.Status == ImageWorkStatus.PossiblyBilled
                    ? ImageWorkStatus.PossiblyBilled
                    : ImageWorkStatus.Skipped,
                pair.Second.Status));
    }

    private static (int Bought, ImageWorkStatus Status) Expect(IEnumerable<ImageJournalRecord> kept, int calls)
    {
        var last = kept.GroupBy(record => record.Part).Select(part => part.Last().Mark).ToArray();
        var done = last.Count(mark => mark == ImageJournalMark.Done);

        return last.Any(mark => mark is ImageJournalMark.Begun or ImageJournalMark.PossiblyBilled)
            ? (0, ImageWorkStatus.PossiblyBilled)
            : (calls - done, done == calls ? ImageWorkStatus.Skipped : ImageWorkStatus.Done);
    }

    // The records of one piece are in order; the records of different pieces are in any order.
    private static async Task<List<ImageJournalRecord>> RecordsOfAsync(
        ImageWorkItem[] items, (int Calls, int[] Ends)[] pieces, int[] order)
    {
        var waiting = new List<Queue<ImageJournalRecord>>();
        foreach (var (item, piece) in items.Zip(pieces))
        {
            var hash = await OpenAIImages.Many.Running.RequestHash.ComputeAsync(
                item.Id, item.Request, CancellationToken.None);
            waiting.Add(new(RecordsOf(item.Id, hash, piece.Calls, piece.Ends)));
        }

        var records = new List<ImageJournalRecord>();
        for (var i = 0; waiting.Exists(queue => queue.Count > 0); i++)
        {
            waiting.RemoveAll(queue => queue.Count == 0);
            records.Add(waiting[order[i % order.Length] % waiting.Count].Dequeue());
        }

        return records;
    }

    private static IEnumerable<ImageJournalRecord> RecordsOf(string id, string hash, int calls, int[] ends)
    {
        for (var part = 1; part <= calls; part++)
        {
            yield return Record(ImageJournalMark.Begun);
            var end = Ends[ends[part - 1]];
            if (end != ImageJournalMark.Begun)
            {
                yield return Record(end);
            }

            if (end != ImageJournalMark.Done)
            {
                yield break;
            }

            ImageJournalRecord Record(ImageJournalMark mark) => new(id, part, mark, hash) { Count = ImagesOfACall };
        }
    }

    private static async Task WriteAsync(JournalWork work, List<ImageJournalRecord> records)
    {
        using var journal = await work.OpenAsync();
        foreach (var record in records)
        {
            await journal.AppendAsync(record);
        }
    }
}
