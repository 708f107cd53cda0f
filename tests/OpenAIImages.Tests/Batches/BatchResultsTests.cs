using System.Net;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Batches;

public sealed class BatchResultsTests : IDisposable
{
    private static readonly byte[] Fox = Bodies.Picture(150_000);
    private static readonly byte[] Hare = Bodies.Picture(90_000, seed: 2);

    private static readonly ImageBatch Ended = new("batch_1", ImageBatchStatus.Completed)
    {
        OutputFileId = "file-out",
        Model = ImageModel.GptImage2,
    };

    private readonly JobService _service = new();
    private readonly WaitingClock _clock = new();
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _service.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task Images_go_to_their_destinations_by_the_id_of_their_piece()
    {
        Output(ResultLines.Done("hare", Hare), ResultLines.Done("fox", Fox, Hare));
        using var batches = Client();

        var results = await batches
            .ReadResultsAsync(Ended, id => ImageDestination.File(_directory.At($"{id}.png")), Token)
            .ToListAsync(Token);

        Assert.Equal(["hare", "fox"], results.Select(result => result.Id));
        Assert.Equal([1, 2], results.Select(result => result.Line));
        Assert.Equal(["fox-2.png", "fox.png", "hare.png"], _directory.Files);
        Assert.Equal(Fox, _directory.Read("fox.png"));
        Assert.Equal(Hare, _directory.Read("fox-2.png"));
        Assert.Equal(_directory.At("hare.png"), Assert.Single(results[0].Images).SavedPath);
        Assert.True(results[0].Images[0].Bytes.IsEmpty);
        Assert.Equal(("req_fox", 196L), (results[1].Result!.RequestId, results[1].Result!.Usage!.OutputTokens));
        Assert.Equal(ImageSize.Square, results[1].Result!.Size);
    }

    [Fact]
    public async Task Images_without_a_destination_come_in_memory_with_their_cost()
    {
        Output(ResultLines.Done("fox", Fox));
        using var batches = Client();

        var result = Assert.Single(await batches
            .ReadResultsAsync(Ended, new ImageBatchReadOptions { Prices = ImagePriceList.Default }, Token)
            .ToListAsync(Token));

        Assert.Equal(Fox, result.Images[0].Bytes.ToArray());
        Assert.Equal(
            result.Result!.Cost(ImagePriceList.Default, ImageModel.GptImage2).Total / 2, result.Cost);
        Assert.True(result.Cost > 0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_broken_download_is_resumed_and_no_result_comes_twice(bool knowsRanges)
    {
        Output(ResultLines.Done("hare", Hare), ResultLines.Done("fox", Fox));
        _service.KnowsRanges = knowsRanges;
        _service.Cuts.Enqueue(60_000);
        _service.Cuts.Enqueue(120_123);
        using var batches = Client();

        var results = await _clock.RunAsync(batches
            .ReadResultsAsync(Ended, id => ImageDestination.File(_directory.At($"{id}.png")), Token)
            .ToListAsync(Token).AsTask());

        Assert.Equal(["hare", "fox"], results.Select(result => result.Id));
        Assert.Equal(Fox, _directory.Read("fox.png"));
        Assert.Equal(Hare, _directory.Read("hare.png"));
        Assert.Equal(3, _service.Ranges.Count);
    }

    [Fact]
    public async Task A_failed_line_has_the_exception_of_a_single_call()
    {
        Errors(
            ResultLines.Refused("m", 400, """
                {"message":"Stopped.","type":"image_generation_user_error","code":"moderation_blocked"
                """.Trim() + ""","moderation_details":{"moderation_stage":"input"}}"""),
            ResultLines.Refused("r", 429, """{"message":"Slow down.","code":"rate_limit_exceeded"}"""),
            ResultLines.Refused("s", 500, """{"message":"Oops.","type":"server_error"}"""),
            ResultLines.NotMade("x", "batch_expired"),
            ResultLines.NotMade("c", "batch_cancelled"),
            ResultLines.NotMade("n", "internal"));
        using var batches = Client();

        var faults = (await ReadAsync(batches)).ToDictionary(result => result.Id!, result => result.Exception!);

        var moderation = Assert.IsType<ImageModerationException>(faults["m"]);
        Assert.Equal(("moderation_blocked", "req_m"), (moderation.Code, moderation.RequestId));
        Assert.Equal((HttpStatusCode.BadRequest, false), (moderation.Status, moderation.IsTransient));
        Assert.True(Assert.IsType<ImageRateLimitException>(faults["r"]).IsTransient);
        Assert.Equal((true, false), (faults["s"].IsTransient, faults["s"].MayHaveBeenBilled));
        Assert.Equal(
            [ImageBatchProblem.Expired, ImageBatchProblem.Cancelled, ImageBatchProblem.NotExecuted],
            new[] { "x", "c", "n" }.Select(id => Assert.IsType<ImageBatchException>(faults[id]).Problem));
        Assert.Equal((true, false), (faults["x"].IsTransient, faults["x"].MayHaveBeenBilled));
        Assert.Equal("batch_expired", ((ImageBatchException)faults["x"]).Code);
        Assert.Contains("Too late.", faults["x"].Message, StringComparison.Ordinal);
        Assert.True(faults["n"].MayHaveBeenBilled);
    }

    [Theory]
    [InlineData("no json at all", null)]
    [InlineData("{\"custom_id\":\"a\"}", "a")]
    [InlineData("{\"custom_id\":\"a\",\"response\":null}", "a")]
    [InlineData("{\"custom_id\":\"a\",\"response\":{\"status_code\":200,\"body\":null},\"error\":null}", "a")]
    [InlineData("{\"custom_id\":\"a\",\"response\":{\"status_code\":200,\"body\":{\"created\":1", "a")]
    [InlineData("{\"custom_id\":\"a\",\"response\":{\"body\":{\"data\":[{\"b64_json\":\"iVBOR***\"}]}}}", "a")]
    [InlineData("{\"custom_id\":\"a\",\"response\":{\"body\":{\"data\":[{\"b64_json\":\"iVBORw0KGgo", "a")]
    [InlineData("[1,2]", null)]
    [InlineData("{\"more\":{},\"custom_id\":7}", null)]
    public async Task A_broken_or_foreign_line_is_a_result_and_the_next_lines_are_read(string line, string? id)
    {
        Output("", line, "  ", ResultLines.Done("fox", Fox));
        using var batches = Client();

        var results = await ReadAsync(batches);

        Assert.Equal([id, "fox"], results.Select(result => result.Id));
        var broken = Assert.IsType<ImageDecodeException>(results[0].Exception);
        Assert.Contains("Line 2 of the results of the batch batch_1", broken.Message, StringComparison.Ordinal);
        Assert.Equal(Fox, results[1].Images[0].Bytes.ToArray());
        Assert.Equal(4, results[1].Line);
    }

    [Fact]
    public async Task A_last_line_that_is_cut_loses_no_line_before_it()
    {
        var whole = ResultLines.File(ResultLines.Done("hare", Hare), ResultLines.Done("fox", Fox));
        _service.Content["file-out"] = whole[..^60_000];
        using var batches = Client();

        var results = await batches
            .ReadResultsAsync(Ended, id => ImageDestination.File(_directory.At($"{id}.png")), Token)
            .ToListAsync(Token);

        Assert.Equal(["hare", "fox"], results.Select(result => result.Id));
        Assert.IsType<ImageDecodeException>(results[1].Exception);
        Assert.True(results[1].Exception!.MayHaveBeenBilled);
        Assert.Equal(["hare.png"], _directory.Files);
    }

    [Fact]
    public async Task Whole_images_of_an_incomplete_line_are_kept()
    {
        var line = ResultLines.Done("fox", Fox, Hare);
        Output(line[..^5_000]);
        using var batches = Client();

        var result = Assert.Single(await batches
            .ReadResultsAsync(Ended, id => ImageDestination.File(_directory.At($"{id}.png")), Token)
            .ToListAsync(Token));

        Assert.IsType<ImageDecodeException>(result.Exception);
        Assert.Equal(_directory.At("fox.png"), Assert.Single(result.Images).SavedPath);
        Assert.Equal(["fox.png"], _directory.Files);
    }

    [Fact]
    public async Task Members_in_another_order_give_the_same_result()
    {
        Output(
            $$"""{"error":null,"response":{"body":{{ResultLines.Body(Fox)}},"request_id":"req_1","status_code":200}""" +
                ""","custom_id":"fox","id":"x"}""",
            """{"response":{"body":{"error":{"message":"No.","code":"moderation_blocked"}},"status_code":400}""" +
                ""","custom_id":"bad"}""");
        using var batches = Client();

        var results = await batches
            .ReadResultsAsync(Ended, id => ImageDestination.File(_directory.At($"{id}.png")), Token)
            .ToListAsync(Token);

        Assert.Equal(("fox", "req_1"), (results[0].Id, results[0].Result!.RequestId));
        Assert.Equal(_directory.At("fox.png"), results[0].Images[0].SavedPath);
        Assert.Equal(Fox, _directory.Read("fox.png"));
        Assert.IsType<ImageModerationException>(results[1].Exception);
        Assert.Equal("bad", results[1].Id);
    }

    [Fact]
    public async Task Pieces_that_are_skipped_are_not_decoded()
    {
        Output(ResultLines.Done("hare", Hare), ResultLines.Done("fox", Fox));
        Errors(ResultLines.NotMade("owl", "batch_expired"));
        using var batches = Client();
        var options = new ImageBatchReadOptions
        {
            Skip = id => id != "fox",
            Destination = id => ImageDestination.File(_directory.At($"{id}.png")),
        };

        var results = await batches
            .ReadResultsAsync(Ended with { ErrorFileId = "file-err" }, options, Token).ToListAsync(Token);

        Assert.Equal(["fox"], results.Select(result => result.Id));
        Assert.Equal(["fox.png"], _directory.Files);
    }

    [Fact]
    public async Task An_unwritable_destination_is_a_failed_result_and_the_next_results_follow()
    {
        await File.WriteAllTextAsync(_directory.At("hare.png"), "mine", Token);
        Output(ResultLines.Done("hare", Hare), ResultLines.Done("fox", Fox));
        using var batches = Client();

        var results = await batches
            .ReadResultsAsync(Ended, id => ImageDestination.File(_directory.At($"{id}.png")), Token)
            .ToListAsync(Token);

        Assert.IsType<ImageDestinationException>(results[0].Exception);
        Assert.Null(results[1].Exception);
        Assert.Equal("mine", await File.ReadAllTextAsync(_directory.At("hare.png"), Token));
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("/tmp/evil")]
    [InlineData("..")]
    public async Task A_directory_refuses_an_id_that_leads_to_another_directory(string id)
    {
        Output(ResultLines.Done(id, Fox), ResultLines.Done("fox", Fox));
        using var batches = Client();
        var folder = _directory.At("foxes");

        var results = await batches
            .ReadResultsAsync(Ended, named => ImageDestination.Directory(folder, _ => named), Token)
            .ToListAsync(Token);

        Assert.IsType<ImageDestinationException>(results[0].Exception);
        Assert.Equal([Path.Combine("foxes", "fox.png")], _directory.Files);
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("cancelled")]
    public async Task An_ended_batch_returns_its_finished_pieces(string status)
    {
        Output(ResultLines.Done("fox", Fox));
        using var batches = Client();

        var results = await batches
            .ReadResultsAsync(Ended with { Status = status }, cancellationToken: Token).ToListAsync(Token);

        Assert.Equal(["fox"], results.Select(result => result.Id));
    }

    [Fact]
    public async Task A_failed_batch_names_its_wrong_lines()
    {
        var failed = new ImageBatch("batch_1", ImageBatchStatus.Failed)
        {
            Faults =
            [
                new("invalid_json_line", "Not JSON.") { Line = 7 },
                .. Enumerable.Repeat(new ImageBatchFault("a", null), 5),
            ],
        };
        using var batches = Client();

        var fault = await Assert.ThrowsAsync<ImageBatchException>(
            async () => await batches.ReadResultsAsync(failed, cancellationToken: Token).ToListAsync(Token));

        Assert.Equal(ImageBatchProblem.Failed, fault.Problem);
        Assert.Equal(failed.Faults, fault.Faults);
        Assert.Contains("line 7: invalid_json_line: Not JSON.", fault.Message, StringComparison.Ordinal);
        Assert.Contains("and 3 more", fault.Message, StringComparison.Ordinal);
        Assert.False(fault.MayHaveBeenBilled);
    }

    [Fact]
    public async Task A_batch_that_has_not_ended_has_no_results_yet()
    {
        using var batches = Client();
        var early = new ImageBatch("batch_1", ImageBatchStatus.InProgress);

        var fault = await Assert.ThrowsAsync<ImageBatchException>(
            async () => await batches.ReadResultsAsync(early, cancellationToken: Token).ToListAsync(Token));

        Assert.Equal((ImageBatchProblem.NotEnded, true), (fault.Problem, fault.IsTransient));
        Assert.Empty(_service.Calls);
    }

    [Fact]
    public async Task A_missing_file_throws_an_exception_and_is_not_a_result()
    {
        _service.Replies("""{"error":{"message":"No such File object."}}""", HttpStatusCode.NotFound);
        using var batches = Client();

        await Assert.ThrowsAsync<ImageApiException>(() => ReadAsync(batches));
    }

    [Fact]
    public async Task A_lost_connection_is_thrown_after_the_results_that_came_before_it()
    {
        Output(ResultLines.Done("hare", Hare), ResultLines.Done("fox", Fox));
        foreach (var cut in new[] { 130_000, 0, 0 })
        {
            _service.Cuts.Enqueue(cut);
        }

        using var batches = Client();
        var read = new List<string?>();

        await Assert.ThrowsAsync<ImageTransportException>(() => _clock.RunAsync(ReadAllAsync()));

        Assert.Equal(["hare"], read);

        async Task<bool> ReadAllAsync()
        {
            await foreach (var result in batches.ReadResultsAsync(Ended, cancellationToken: Token))
            {
                read.Add(result.Id);
            }

            return true;
        }
    }

    private void Output(params string[] lines) => _service.Content["file-out"] = ResultLines.File(lines);

    private void Errors(params string[] lines) => _service.Content["file-err"] = ResultLines.File(lines);

    private async Task<List<ImageBatchResult>> ReadAsync(OpenAIImageBatchClient batches)
        => await batches
            .ReadResultsAsync(
                Ended with
                {
                    OutputFileId = _service.Content.ContainsKey("file-err") ? null : "file-out",
                    ErrorFileId = _service.Content.ContainsKey("file-err") ? "file-err" : null,
                },
                cancellationToken: Token)
            .ToListAsync(Token);

    private OpenAIImageBatchClient Client() => _service.BatchClient(options => options.TimeProvider = _clock);
}
