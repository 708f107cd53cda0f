using Catalogue;
using OpenAIImages.Emulator;

namespace OpenAIImages.Samples.Tests.Catalogues;

public sealed class CatalogueRunTests : IAsyncLifetime
{
    private const string Products = "id,name\n1,chair\n2,lamp\n3,sofa\n";

    private readonly CatalogueFolder _folder = new();
    private ImageEmulator _emulator = null!;
    private OpenAIImageClient _client = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _emulator = await ImageEmulator.StartAsync(
            new ImageEmulatorOptions { Engine = new PlainPictureEngine(), MaxPictureEdge = 64 }, Stop);
        _client = new OpenAIImageClient(new ImageClientOptions { ApiKey = "any", Endpoint = _emulator.Endpoint });
        Directory.CreateDirectory(_folder.Pictures);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Each_product_has_a_picture_a_sidecar_and_a_cost()
    {
        var settings = _folder.Settings(Products);

        var outcomes = await RunAsync(settings);

        Assert.All(outcomes, outcome => Assert.Equal(ImageWorkStatus.Done, outcome.Status));
        Assert.All(outcomes, outcome => Assert.True(outcome.Cost > 0));
        Assert.Equal(
            ["1.png", "1.png.json", "2.png", "2.png.json", "3.png", "3.png.json"], PicturesAndSidecars());
    }

    [Fact]
    public async Task A_second_run_continues_where_the_first_one_stopped()
    {
        var first = await RunAsync(_folder.Settings(Products, limit: 2));

        var second = await RunAsync(_folder.Settings(Products));

        Assert.Equal(2, first.Count);
        Assert.Equal(
            [ImageWorkStatus.Skipped, ImageWorkStatus.Skipped, ImageWorkStatus.Done],
            second.OrderBy(outcome => outcome.Item.Id).Select(outcome => outcome.Status));
        Assert.Equal(["a chair", "a lamp", "a sofa"], Prompts());
    }

    [Fact]
    public async Task A_call_without_a_known_end_is_bought_again_only_when_asked()
    {
        await LeaveUnknownAsync("2");

        var careful = await RunAsync(_folder.Settings(Products));
        var asked = await RunAsync(_folder.Settings(Products, repeatUnknown: true));

        Assert.Equal(ImageWorkStatus.PossiblyBilled, careful.Single(outcome => outcome.Item.Id == "2").Status);
        Assert.Equal(ImageWorkStatus.Done, asked.Single(outcome => outcome.Item.Id == "2").Status);
        Assert.Equal(["a chair", "a lamp", "a sofa"], Prompts());
    }

    [Fact]
    public async Task A_picture_that_came_before_its_record_is_not_bought_again()
    {
        await LeaveUnknownAsync("2");
        await File.WriteAllTextAsync(Path.Combine(_folder.Pictures, "2.png"), "a picture", Stop);

        var outcomes = await RunAsync(_folder.Settings(Products, repeatUnknown: true));

        Assert.DoesNotContain(outcomes, outcome => outcome.Item.Id == "2");
        Assert.Equal(["a chair", "a sofa"], Prompts());
    }

    [Fact]
    public async Task An_empty_file_that_a_lost_call_left_is_replaced()
    {
        await LeaveUnknownAsync("2");
        await File.WriteAllTextAsync(Path.Combine(_folder.Pictures, "2.png"), "", Stop);

        var outcomes = await RunAsync(_folder.Settings(Products, repeatUnknown: true));

        Assert.All(outcomes, outcome => Assert.Equal(ImageWorkStatus.Done, outcome.Status));
        Assert.NotEqual(0, new FileInfo(Path.Combine(_folder.Pictures, "2.png")).Length);
    }

    [Fact]
    public async Task A_foreign_file_is_not_replaced_and_its_product_is_not_bought()
    {
        var path = Path.Combine(_folder.Pictures, "2.png");
        await File.WriteAllTextAsync(path, "mine", Stop);

        var outcomes = await RunAsync(_folder.Settings(Products));

        Assert.Equal(ImageWorkStatus.Failed, outcomes.Single(outcome => outcome.Item.Id == "2").Status);
        Assert.Equal("mine", await File.ReadAllTextAsync(path, Stop));
        Assert.Equal(["a chair", "a sofa"], Prompts());
    }

    [Fact]
    public async Task A_budget_that_is_used_up_ends_the_run()
    {
        var settings = _folder.Settings(Products);
        var high = Forecast.Of(CatalogueWork.Read(settings).Items.Take(1)).High;

        var outcomes = await RunAsync(settings, new ImageBudget(high * 1.1m));

        Assert.Single(Prompts());
        Assert.Contains(outcomes, outcome => outcome.Exception is ImageBudgetException);
    }

    [Fact]
    public async Task Earlier_runs_count_their_costs_and_each_call_without_an_end()
    {
        await LeaveUnknownAsync("2");
        await LeaveUnknownAsync("2");
        var outcomes = await RunAsync(_folder.Settings(Products));

        using var journal = await OpenJournalAsync();
        var earlier = await EarlierRuns.ReadAsync(journal, Stop);

        Assert.Equal(2, earlier.Done);
        Assert.Equal(outcomes.Sum(outcome => outcome.Results.Count > 0 ? outcome.Cost : 0), earlier.Spent);
        Assert.Equal(["2", "2"], earlier.UnknownCalls);
    }

    private async Task<IReadOnlyList<ImageWorkResult>> RunAsync(CatalogueSettings settings, ImageBudget? budget = null)
    {
        using var journal = await OpenJournalAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var earlier = await EarlierRuns.ReadAsync(journal, Stop);
        var run = new CatalogueRun(_client, settings, CatalogueWork.Read(settings), earlier);

        return await run.RunAsync(journal, budget ?? new ImageBudget(25), new NoProgress(), stop);
    }

    // Leaves a record as a run does that is killed while a call is under way.
    private async Task LeaveUnknownAsync(string id)
    {
        var item = CatalogueWork.Read(_folder.Settings(Products)).Items.Single(item => item.Id == id);
        using var journal = await OpenJournalAsync();
        var killed = new LastBreath(journal);
        var options = new ImageManyOptions
        {
            Destination = _ => ImageDestination.File(Path.Combine(_folder.Pictures, "never")),
            Journal = killed,
            RepeatPossiblyBilled = true,
        };
        await using var run = _client.GenerateManyAsync([item], options, Stop).GetAsyncEnumerator(Stop);
        await Assert.ThrowsAsync<ImageJournalException>(async () =>
        {
            while (await run.MoveNextAsync())
            {
            }
        });
    }

    private Task<ImageFileJournal> OpenJournalAsync()
        => ImageFileJournal.OpenAsync(Path.Combine(_folder.Pictures, "journal.jsonl"), "catalogue", Stop);

    private IEnumerable<string?> Prompts() => _emulator.Received.Select(request => request.Prompt).Order();

    private IEnumerable<string?> PicturesAndSidecars()
        => Directory.EnumerateFiles(_folder.Pictures, "*.png*").Select(Path.GetFileName).Order();

    /// <summary>A journal that writes a record and then fails, so that no request leaves and no end is
    /// recorded.</summary>
    private sealed class LastBreath(ImageFileJournal journal) : IImageJournal
    {
        public IAsyncEnumerable<ImageJournalRecord> ReadAsync(CancellationToken cancellationToken = default)
            => journal.ReadAsync(cancellationToken);

        public async Task AppendAsync(ImageJournalRecord record, CancellationToken cancellationToken = default)
        {
            await journal.AppendAsync(record, cancellationToken);

            throw new IOException("The process was killed.");
        }
    }

    private sealed class NoProgress : IProgress<ImageManyProgress>
    {
        public void Report(ImageManyProgress value)
        {
        }
    }
}
