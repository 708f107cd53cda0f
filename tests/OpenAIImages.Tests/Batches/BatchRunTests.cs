using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Batches;

public sealed class BatchRunTests : IDisposable
{
    private static readonly byte[] Fox = Bodies.Picture(3_000);

    private readonly JobService _service = new();
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _service.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task Work_changes_from_single_calls_to_batches_in_one_line()
    {
        ImageWorkItem[] work = [Item("fox"), Item("hare"), Item("owl")];
        var progress = new ProgressList<ImageManyProgress>();
        var options = new ImageManyOptions
        {
            Destination = item => ImageDestination.File(_directory.At($"{item.Id}.png")),
            Prices = ImagePriceList.Default,
            Progress = progress,
        };
        _service.Content["file-out"] = ResultLines.File(
            ResultLines.Done("owl", Fox),
            ResultLines.Done("fox", Fox),
            ResultLines.Refused("hare", 400, """{"message":"No.","code":"moderation_blocked"}"""));
        using var batches = Client();

        var outcomes = await batches.GenerateManyAsync(work, options, Token).ToListAsync(Token);

        Assert.Equal(["owl", "fox", "hare"], outcomes.Select(outcome => outcome.Item.Id));
        Assert.Equal(
            [ImageWorkStatus.Done, ImageWorkStatus.Done, ImageWorkStatus.PossiblyBilled],
            outcomes.Select(outcome => outcome.Status));
        Assert.Same(work[2], outcomes[0].Item);
        Assert.Equal(["fox.png", "owl.png"], _directory.Files);
        Assert.True(outcomes[0].Cost > 0);
        Assert.Equal(196, Assert.Single(outcomes[0].Results).Usage!.OutputTokens);
        Assert.IsType<ImageModerationException>(outcomes[2].Exception);
        var last = progress.Items[^1];
        Assert.Equal((2, 1, 0, 3), (last.Done, last.Failed, last.UnderWay, last.Total));
        Assert.Equal(outcomes[0].Cost + outcomes[1].Cost, last.Cost);
    }

    [Fact]
    public async Task The_upload_of_a_list_is_repeated_and_each_piece_has_one_outcome()
    {
        var clock = new WaitingClock();
        using var batches = _service.BatchClient(
            options => (options.MaxRetries, options.TimeProvider) = (1, clock));
        _service.Replies(_ => throw new HttpRequestException("gone"));
        _service.Content["file-out"] = ResultLines.File(ResultLines.Done("fox", Fox), ResultLines.Done("hare", Fox));

        var outcomes = await clock.RunAsync(batches
            .GenerateManyAsync([Item("fox"), Item("hare")], cancellationToken: Token).ToListAsync(Token).AsTask());

        Assert.Equal(["POST /v1/files", "POST /v1/files", "POST /v1/batches"], _service.Calls.Take(3));
        Assert.Equal(["fox", "hare"], outcomes.Select(outcome => outcome.Item.Id));
        Assert.All(outcomes, outcome => Assert.Equal(ImageWorkStatus.Done, outcome.Status));
    }

    [Theory]
    [InlineData("completed", ImageWorkStatus.PossiblyBilled)]
    [InlineData("cancelled", ImageWorkStatus.Canceled)]
    public async Task A_piece_without_a_line_still_has_an_outcome(string status, ImageWorkStatus expected)
    {
        _service.IsIn(status);
        _service.Content["file-out"] = ResultLines.File("broken", ResultLines.Done("fox", Fox));
        using var batches = Client();

        var outcomes = await batches
            .GenerateManyAsync([Item("fox"), Item("hare")], cancellationToken: Token).ToListAsync(Token);

        Assert.Equal(["fox", "hare"], outcomes.Select(outcome => outcome.Item.Id));
        Assert.Equal(expected, outcomes[1].Status);
        var missing = Assert.IsType<ImageBatchException>(outcomes[1].Exception);
        Assert.Equal("hare", missing.ItemId);
        Assert.IsType<ImageDecodeException>(missing.InnerException);
    }

    [Fact]
    public async Task Pieces_of_a_batch_that_failed_are_not_billed()
    {
        _service.IsIn("failed");
        using var batches = Client();

        var outcome = Assert.Single(
            await batches.GenerateManyAsync([Item("fox")], cancellationToken: Token).ToListAsync(Token));

        Assert.Equal(ImageWorkStatus.Failed, outcome.Status);
        Assert.Equal(ImageBatchProblem.Failed, Assert.IsType<ImageBatchException>(outcome.Exception).Problem);
    }

    [Fact]
    public async Task The_outcomes_of_a_created_batch_come_before_a_later_exception()
    {
        _service.Content["file-out"] = ResultLines.File(ResultLines.Done("fox", Fox));
        using var batches = Client();
        var outcomes = new List<ImageWorkResult>();

        await Assert.ThrowsAsync<ImageBatchException>(async () =>
        {
            await foreach (var outcome in batches.GenerateManyAsync(
                [Item("fox"), Item("hare", "gpt-image-3"), Item("hare", "gpt-image-3")], cancellationToken: Token))
            {
                outcomes.Add(outcome);
            }
        });

        Assert.Equal("fox", Assert.Single(outcomes).Item.Id);
    }

    [Fact]
    public async Task Options_that_a_batch_does_not_support_are_refused_by_name()
    {
        using var batches = Client();
        using var journal = await ImageFileJournal.OpenAsync(_directory.At("journal"), "job", Token);

        foreach (var (options, name) in new (ImageManyOptions, string)[]
        {
            (new() { InOrder = true }, "InOrder"),
            (new() { Sidecars = true }, "Sidecars"),
            (new() { RepeatPossiblyBilled = true }, "RepeatPossiblyBilled"),
            (new() { Journal = journal }, "Journal"),
        })
        {
            var refused = Assert.Throws<ArgumentException>(
                "options", () => batches.GenerateManyAsync([Item("fox")], options, Token));
            Assert.Contains(name, refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_estimate_of_a_batch_is_half_the_price_of_its_single_calls()
    {
        var request = new GenerateImageRequest("a red fox")
        {
            Model = ImageModel.GptImage2,
            Size = ImageSize.Square,
            Quality = ImageQuality.Low,
        };
        var one = request.Estimate(ImagePriceList.Default);
        ImageWorkItem[] work = [new("1", request), new("2", request), new("3", request)];

        var batch = work.EstimateBatch(ImagePriceList.Default);

        Assert.Equal(one.Low * 3 / 2, batch.Low);
        Assert.Equal(one.Likely * 3 / 2, batch.Likely);
        Assert.Equal(one.High * 3 / 2, batch.High);
        Assert.Equal(one.Parts.Count, batch.Parts.Count);
        Assert.Contains("0.5", batch.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_estimate_of_a_batch_has_no_upper_price_if_one_piece_has_no_price()
    {
        ImageWorkItem[] work =
        [
            new("1", new GenerateImageRequest("a fox") { Model = ImageModel.GptImage2, Size = ImageSize.Square }),
            new("2", new GenerateImageRequest("a fox") { Model = "a-model-without-a-price" }),
        ];

        var batch = work.EstimateBatch(ImagePriceList.Default);

        Assert.Null(batch.High);
        Assert.NotNull(batch.MissingMember);
    }

    private static ImageWorkItem Item(string id, ImageModel? model = null)
        => new(id, new GenerateImageRequest("a red fox") { Model = model ?? ImageModel.GptImage2 });

    private OpenAIImageBatchClient Client() => _service.BatchClient();
}
