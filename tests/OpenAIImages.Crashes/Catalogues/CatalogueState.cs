namespace OpenAIImages.Crashes.Catalogues;

/// <summary>The state of the disk and of the journal.</summary>
internal sealed class CatalogueState
{
    // The end of every PNG: a chunk without data, its name and its check sum.
    private static readonly byte[] End = [0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82];

    private CatalogueState(string folder, IEnumerable<ImageJournalRecord> records)
    {
        var last = new Dictionary<string, ImageJournalMark>();
        foreach (var record in records)
        {
            last[record.Id] = record.Mark;
        }

        Done = Select(last, ImageJournalMark.Done);
        Unknown = [.. Select(last, ImageJournalMark.Begun), .. Select(last, ImageJournalMark.PossiblyBilled)];
        var files = Directory.GetFiles(folder, "*.png");
        Pictures = [.. files.Where(IsWhole).Select(file => Path.GetFileNameWithoutExtension(file).ToUpperInvariant())];
        EmptyFiles = files.Count(file => new FileInfo(file).Length == 0);
        Parts = Directory.GetFiles(folder, "*.part").Length;
        Sidecars = Directory.GetFiles(folder, "*.png.json").Length;
    }

    /// <summary>Gets the products whose last record says that they are done.</summary>
    public HashSet<string> Done { get; }

    /// <summary>Gets the products whose last record does not tell the outcome.</summary>
    public HashSet<string> Unknown { get; }

    /// <summary>Gets the products that have a whole picture.</summary>
    public HashSet<string> Pictures { get; }

    public int EmptyFiles { get; }

    public int Parts { get; }

    public int Sidecars { get; }

    public static async Task<CatalogueState> ReadAsync(string folder)
    {
        var path = Path.Combine(folder, "journal.jsonl");
        if (!File.Exists(path))
        {
            return new CatalogueState(folder, []);
        }

        // Opening a journal removes an incomplete last line. The program must do that itself, so this is a copy.
        var copy = Path.Combine(folder, "copy-of-the-journal");
        File.Copy(path, copy, overwrite: true);
        var records = new List<ImageJournalRecord>();
        using (var journal = await ImageFileJournal.OpenAsync(copy, "catalogue"))
        {
            await foreach (var record in journal.ReadAsync())
            {
                records.Add(record);
            }
        }

        File.Delete(copy);

        return new CatalogueState(folder, records);
    }

    private static bool IsWhole(string file) => File.ReadAllBytes(file).AsSpan().EndsWith(End);

    private static HashSet<string> Select(Dictionary<string, ImageJournalMark> last, ImageJournalMark mark)
        => [.. last.Where(pair => pair.Value == mark).Select(pair => pair.Key)];
}
