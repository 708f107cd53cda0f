using System.Net;

namespace OpenAIImages.Tests.Many.Journals;

public sealed class JournaledRunTests : IDisposable
{
    private readonly JournalWork _work = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task A_piece_that_is_done_is_skipped_with_its_files()
    {
        var options = _work.Options with { Prices = ImagePriceList.Default };
        var first = await _work.RunAsync(new PaidClient(), JournalWork.Items(5), options);
        var client = new PaidClient();

        var second = await _work.RunAsync(client, JournalWork.Items(7), options);

        Assert.Equal(["prompt 6", "prompt 7"], client.Bought);
        Assert.Equal(
            [.. Enumerable.Repeat(ImageWorkStatus.Skipped, 5), ImageWorkStatus.Done, ImageWorkStatus.Done],
            second.Select(result => result.Status));
        Assert.Equal(first.SelectMany(result => result.Images), second.Take(5).SelectMany(result => result.Images));
        Assert.All(second, result => Assert.True(File.Exists(Assert.Single(result.Images).SavedPath)));
        Assert.All(second, result => Assert.Equal(0.03005m, result.Cost));
    }

    [Fact]
    public async Task Each_call_has_a_record_before_and_after_it_without_its_prompt()
    {
        var seen = new List<string[]>();
        var client = new PaidClient
        {
            Before = _ =>
            {
                seen.Add(_work.Lines);

                return Task.CompletedTask;
            },
        };

        await _work.RunAsync(client, JournalWork.Items(2));

        Assert.Contains("\"begun\"", seen[1][3], StringComparison.Ordinal);
        Assert.Equal([2, 4], seen.Select(lines => lines.Length));
        Assert.Equal(5, _work.Lines.Length);
        Assert.DoesNotContain("prompt 1\"", string.Join('\n', _work.Lines.Where(line => !line.Contains("req_"))));
    }

    [Fact]
    public async Task A_call_that_was_under_way_is_reported_and_not_bought_again()
    {
        await LeaveUnderWayAsync("2");
        var client = new PaidClient();

        var results = await _work.RunAsync(client, JournalWork.Items(3));

        Assert.Equal(["prompt 1", "prompt 3"], client.Bought);
        Assert.Equal(ImageWorkStatus.PossiblyBilled, results[1].Status);
        var fault = Assert.IsType<ImageJournalException>(results[1].Exception);
        Assert.Equal((ImageJournalFault.UnderWay, "2"), (fault.Fault, fault.Id));
        Assert.True(fault.MayHaveBeenBilled);
    }

    [Fact]
    public async Task A_call_that_was_under_way_is_bought_again_if_the_options_say_so()
    {
        await LeaveUnderWayAsync("2");
        var client = new PaidClient();

        var results = await _work.RunAsync(
            client, JournalWork.Items(3), _work.Options with { RepeatPossiblyBilled = true });
        var last = await _work.RunAsync(new PaidClient(), JournalWork.Items(3));

        Assert.Equal(3, client.Bought.Count);
        Assert.All(results, result => Assert.Equal(ImageWorkStatus.Done, result.Status));
        Assert.All(last, result => Assert.Equal(ImageWorkStatus.Skipped, result.Status));
    }

    [Fact]
    public async Task A_disposed_client_sends_nothing_so_its_calls_are_repeated()
    {
        var disposed = new OpenAIImageClient(new ImageClientOptions { ApiKey = "sk-any" });
        disposed.Dispose();
        var first = await _work.RunAsync(disposed, JournalWork.Items(1));
        var client = new PaidClient();

        await _work.RunAsync(client, JournalWork.Items(1));

        Assert.Equal(ImageWorkStatus.Failed, first[0].Status);
        Assert.IsType<ObjectDisposedException>(first[0].Exception);
        Assert.Equal(["prompt 1"], client.Bought);
    }

    [Fact]
    public async Task A_failed_call_is_repeated_unless_it_may_have_been_billed()
    {
        var first = new PaidClient
        {
            Before = request => request.Prompt switch
            {
                "prompt 1" => throw new ImageApiException(HttpStatusCode.BadRequest),
                "prompt 2" => throw new ImageTransportException("lost") { PossiblyBilledAttempts = 1 },
                _ => Task.CompletedTask,
            },
        };
        await _work.RunAsync(first, JournalWork.Items(3));
        var client = new PaidClient();

        var results = await _work.RunAsync(client, JournalWork.Items(3));

        Assert.Equal(["prompt 1"], client.Bought);
        Assert.Equal(
            [ImageWorkStatus.Done, ImageWorkStatus.PossiblyBilled, ImageWorkStatus.Skipped],
            results.Select(result => result.Status));
    }

    [Fact]
    public async Task A_piece_of_several_calls_continues_with_the_missing_call()
    {
        var calls = 0;
        var first = new PaidClient
        {
            Before = _ => ++calls == 2 ? throw new ImageApiException(HttpStatusCode.BadRequest) : Task.CompletedTask,
        };
        await _work.RunAsync(first, [JournalWork.Item("a", images: 25)]);
        var client = new PaidClient();

        var result = Assert.Single(await _work.RunAsync(client, [JournalWork.Item("a", images: 25)]));

        Assert.Equal(2, client.Bought.Count);
        Assert.Equal((ImageWorkStatus.Done, 25), (result.Status, result.Images.Count));
        Assert.Equal(25, result.Images.Select(image => image.SavedPath).Distinct().Count());
    }

    [Fact]
    public async Task The_same_id_with_another_request_is_refused_before_it_is_sent()
    {
        await _work.RunAsync(new PaidClient(), JournalWork.Items(2));
        var client = new PaidClient();
        var changed = new ImageWorkItem("1", new GenerateImageRequest("other") { Model = ImageModel.GptImage2 });

        var results = await _work.RunAsync(client, [changed, JournalWork.Item("2", images: 4), JournalWork.Item("3")]);

        Assert.Equal(["prompt 3"], client.Bought);
        Assert.Equal(
            [ImageJournalFault.OtherRequest, ImageJournalFault.OtherRequest],
            results.Take(2).Select(result => Assert.IsType<ImageJournalException>(result.Exception).Fault));
        Assert.Contains("the id 1 ", results[0].Exception!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_piece_without_destination_is_refused_since_a_crash_would_lose_it()
    {
        var client = new PaidClient();

        var result = Assert.Single(await _work.RunAsync(client, JournalWork.Items(1), new ImageManyOptions()));

        Assert.Empty(client.Bought);
        Assert.Equal(
            ImageJournalFault.NotRecordable, Assert.IsType<ImageJournalException>(result.Exception).Fault);
    }

    [Fact]
    public async Task A_full_disk_before_a_call_sends_nothing_and_ends_the_run()
    {
        var client = new PaidClient();
        var results = new List<ImageWorkResult>();
        using var journal = await _work.OpenOnFullDiskAsync(records: 3);

        var thrown = await Assert.ThrowsAsync<ImageJournalException>(
            () => _work.RunAsync(client, JournalWork.Items(5), journal, results));

        Assert.Equal(ImageJournalFault.NotWritten, thrown.Fault);
        Assert.Equal(["prompt 1"], client.Bought);
        Assert.Equal([ImageWorkStatus.Done, ImageWorkStatus.Failed], results.Select(result => result.Status));
    }

    [Fact]
    public async Task A_full_disk_after_a_call_delivers_the_paid_image_and_ends_the_run()
    {
        var client = new PaidClient();
        var results = new List<ImageWorkResult>();
        using (var journal = await _work.OpenOnFullDiskAsync(records: 4))
        {
            await Assert.ThrowsAsync<ImageJournalException>(
                () => _work.RunAsync(client, JournalWork.Items(5), journal, results));
        }

        var again = new PaidClient();
        var resumed = await _work.RunAsync(again, JournalWork.Items(5));

        Assert.Equal(["prompt 1", "prompt 2"], client.Bought);
        Assert.Equal([ImageWorkStatus.Done, ImageWorkStatus.Done], results.Select(result => result.Status));
        Assert.True(File.Exists(Assert.Single(results[1].Images).SavedPath));
        Assert.Equal(["prompt 3", "prompt 4", "prompt 5"], again.Bought);
        Assert.Equal(ImageWorkStatus.PossiblyBilled, resumed[1].Status);
    }

    [Fact]
    public async Task Calls_under_way_end_and_are_delivered_after_the_disk_is_full()
    {
        var gate = new TaskCompletionSource();
        var client = new PaidClient { Before = _ => gate.Task };
        var results = new List<ImageWorkResult>();
        using var journal = await _work.OpenOnFullDiskAsync(records: 4);

        var running = Assert.ThrowsAsync<ImageJournalException>(() => _work.RunAsync(
            client, JournalWork.Items(9), journal, results, _work.Options with { MaxParallelism = 3 }));
        while (client.Bought.Count < 3)
        {
            await Task.Yield();
        }

        gate.SetResult();
        await running;

        Assert.Equal(3, client.Bought.Count);
        Assert.Equal(3, results.Count(result => result is { Status: ImageWorkStatus.Done, Images.Count: 1 }));
    }

    [Fact]
    public async Task A_duplicate_id_buys_nothing_twice()
    {
        var client = new PaidClient();
        using var journal = await _work.OpenAsync();

        await Assert.ThrowsAsync<ArgumentException>(
            () => _work.RunAsync(client, [.. JournalWork.Items(2), JournalWork.Item("1")], journal));

        Assert.Empty(client.Bought);
        Assert.Single(_work.Lines);
    }

    [Fact]
    public async Task Two_runs_of_one_process_cannot_share_a_journal()
    {
        using var journal = await _work.OpenAsync();
        var gate = new TaskCompletionSource();
        var first = _work.RunAsync(new PaidClient { Before = _ => gate.Task }, JournalWork.Items(1), journal);

        var thrown = await Assert.ThrowsAsync<ImageJournalException>(
            () => _work.RunAsync(new PaidClient(), JournalWork.Items(1), journal));

        gate.SetResult();
        await first;
        Assert.Equal(ImageJournalFault.InUse, thrown.Fault);
        Assert.Equal(
            ImageWorkStatus.Skipped,
            Assert.Single(await _work.RunAsync(new PaidClient(), JournalWork.Items(1), journal)).Status);
    }

    [Fact]
    public async Task The_journal_records_the_running_calls_when_the_consumer_leaves()
    {
        var client = new PaidClient
        {
            Before = request => request.Prompt == "prompt 1"
                ? Task.CompletedTask
                : throw new ImageCallCanceledException { PossiblyBilledAttempts = 1 },
        };
        using (var journal = await _work.OpenAsync())
        {
            var options = _work.Options with { Journal = journal, MaxParallelism = 2 };
            await foreach (var _ in client.GenerateManyAsync(JournalWork.Items(2), options, Stop))
            {
                break;
            }
        }

        var again = new PaidClient();
        var results = await _work.RunAsync(again, JournalWork.Items(2));

        Assert.Empty(again.Bought);
        Assert.Equal(
            [ImageWorkStatus.Skipped, ImageWorkStatus.PossiblyBilled], results.Select(result => result.Status));
    }

    private async Task LeaveUnderWayAsync(string id)
    {
        await _work.RunAsync(new PaidClient(), [JournalWork.Item(id)]);
        var lines = _work.Lines;
        await File.WriteAllTextAsync(_work.JournalPath, string.Join('\n', lines[..^1]) + "\n", Stop);
    }
}
