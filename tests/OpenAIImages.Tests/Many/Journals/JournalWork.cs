using System.Globalization;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Many.Journals;

/// <summary>A directory with a journal, and runs of a work that is recorded there.</summary>
internal sealed class JournalWork : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public JournalWork() => Directory.CreateDirectory(Images);

    public string JournalPath => _directory.At("work.jsonl");

    public string Images => _directory.At("images");

    public void Dispose() => _directory.Dispose();

    public string[] Lines => File.ReadAllLines(JournalPath);

    public ImageManyOptions Options => new()
    {
        MaxParallelism = 1,
        InOrder = true,
        Destination = item => ImageDestination.Directory(Images, _ => item.Id),
    };

    public static ImageWorkItem[] Items(int count)
        => [.. Enumerable.Range(1, count)
            .Select(number => number.ToString(CultureInfo.InvariantCulture))
            .Select(id => Item(id))];

    public static ImageWorkItem Item(string id, int? images = null)
        => new(id, new GenerateImageRequest($"prompt {id}") { Model = ImageModel.GptImage2, Count = images });

    public Task<ImageFileJournal> OpenAsync(string job = "job")
        => ImageFileJournal.OpenAsync(JournalPath, job, TestContext.Current.CancellationToken);

    public Task<ImageFileJournal> OpenOnFullDiskAsync(int records)
        => ImageFileJournal.OpenAsync(
            JournalPath, "job", path => new FullDisk(path, records), TestContext.Current.CancellationToken);

    /// <summary>Opens the journal, and runs a work to its end.</summary>
    public async Task<List<ImageWorkResult>> RunAsync(
        IImageClient client, ImageWorkItem[] items, ImageManyOptions? options = null)
    {
        using var journal = await OpenAsync();

        return await RunAsync(client, items, journal, options);
    }

    public async Task<List<ImageWorkResult>> RunAsync(
        IImageClient client, ImageWorkItem[] items, IImageJournal journal, ImageManyOptions? options = null)
    {
        var results = new List<ImageWorkResult>();
        await RunAsync(client, items, journal, results, options);

        return results;
    }

    public async Task RunAsync(
        IImageClient client,
        ImageWorkItem[] items,
        IImageJournal journal,
        List<ImageWorkResult> results,
        ImageManyOptions? options = null)
    {
        await foreach (var result in client.GenerateManyAsync(
            items,
            (options ?? Options) with { Journal = journal },
            TestContext.Current.CancellationToken))
        {
            results.Add(result);
        }
    }
}
