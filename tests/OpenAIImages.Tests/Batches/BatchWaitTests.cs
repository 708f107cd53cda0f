using System.Net;
using OpenAIImages.Jobs;
using OpenAIImages.Tests.Support;
using OpenAIImages.Transport;

namespace OpenAIImages.Tests.Batches;

public sealed class BatchWaitTests : IDisposable
{
    private readonly JobService _service = new();
    private readonly WaitingClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Waits_between_two_polls_double_up_to_the_longest_wait()
    {
        _service.IsIn("validating", "in_progress", "in_progress", "in_progress", "finalizing", "completed");
        var progress = new ProgressList<ImageBatch>();

        var batch = await WaitAsync(new ImageBatchWaitOptions
        {
            FirstDelay = TimeSpan.FromSeconds(5),
            MaxDelay = TimeSpan.FromSeconds(30),
            Progress = progress,
        });

        Assert.Equal(ImageBatchStatus.Completed, batch.Status);
        Assert.Equal([5, 10, 20, 30, 30], _clock.Waits.Select(wait => wait.TotalSeconds));
        Assert.Equal(
            ["validating", "in_progress", "in_progress", "in_progress", "finalizing", "completed"],
            progress.Items.Select(seen => seen.Status.ToString()));
    }

    [Fact]
    public async Task A_wait_is_up_to_a_quarter_shorter_by_chance()
    {
        _service.IsIn("in_progress", "completed");

        await WaitAsync(new ImageBatchWaitOptions { FirstDelay = TimeSpan.FromSeconds(40) }, random: 0.5);

        Assert.Equal([35], _clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Theory]
    [InlineData("completed")]
    [InlineData("failed")]
    [InlineData("expired")]
    [InlineData("cancelled")]
    public async Task Each_final_status_ends_the_wait(string status)
    {
        _service.IsIn(status);
        using var batches = Client();

        var batch = await batches.WaitAsync("batch_1", cancellationToken: Token);

        Assert.Equal(status, batch.Status.ToString());
        Assert.Equal(["GET /v1/batches/batch_1"], _service.Calls);
    }

    [Fact]
    public async Task A_wait_survives_a_short_outage_of_the_service()
    {
        _service.IsIn("completed");
        _service.Replies("{}", HttpStatusCode.ServiceUnavailable).Replies(_ => throw new HttpRequestException("gone"));

        var batch = await WaitAsync(new ImageBatchWaitOptions());

        Assert.Equal(ImageBatchStatus.Completed, batch.Status);
        Assert.Equal([5, 10], _clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Theory]
    [InlineData(60, 60)]
    [InlineData(3_600, 80)]
    public async Task A_service_that_asks_for_a_wait_gets_it_up_to_the_longest(int asked, int waited)
    {
        _service.IsIn("completed");
        _service.Replies(_ =>
        {
            var reply = JobService.Reply("{}", HttpStatusCode.ServiceUnavailable);
            reply.Headers.RetryAfter = new(TimeSpan.FromSeconds(asked));

            return reply;
        });

        await WaitAsync(new ImageBatchWaitOptions { MaxDelay = TimeSpan.FromSeconds(80) });

        Assert.Equal([waited], _clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task An_outage_beyond_its_time_limit_throws_an_exception()
    {
        for (var i = 0; i < 10; i++)
        {
            _service.Replies("{}", HttpStatusCode.ServiceUnavailable);
        }

        await Assert.ThrowsAsync<ImageApiException>(
            () => WaitAsync(new ImageBatchWaitOptions { OutageTimeout = TimeSpan.FromSeconds(20) }));

        Assert.Equal([5, 10, 20], _clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_batch_that_does_not_exist_throws_an_exception_at_once()
    {
        _service.Replies("""{"error":{"message":"No batch found"}}""", HttpStatusCode.NotFound);

        await Assert.ThrowsAsync<ImageApiException>(() => WaitAsync(new ImageBatchWaitOptions()));

        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task A_signal_of_a_webhook_starts_the_next_poll_at_once()
    {
        _service.IsIn("in_progress", "completed");
        var signals = new ImageBatchSignals();
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var batches = Client();

        var waiting = batches.WaitAsync(
            new ImageBatch("batch_1", ImageBatchStatus.Validating),
            new ImageBatchWaitOptions
            {
                FirstDelay = TimeSpan.FromHours(10),
                MaxDelay = TimeSpan.FromHours(10),
                Signals = signals,
                Progress = new Progress(seen),
            },
            Token);
        await seen.Task.WaitAsync(Token);
        signals.Signal(new ImageWebhookEvent("evt_1", "video.completed"));
        signals.Signal("batch_2");
        signals.Signal(new ImageWebhookEvent("evt_2", ImageWebhookEventType.BatchCompleted) { BatchId = "batch_1" });

        Assert.Equal(ImageBatchStatus.Completed, (await waiting.WaitAsync(Token)).Status);
    }

    [Fact]
    public async Task A_cancelled_wait_does_not_cancel_the_batch()
    {
        _service.IsIn("in_progress");
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var batches = Client();

        var waiting = batches.WaitAsync(
            "batch_1",
            new ImageBatchWaitOptions
            {
                FirstDelay = TimeSpan.FromHours(1),
                MaxDelay = TimeSpan.FromHours(1),
                Progress = new Progress(seen),
            },
            cancel.Token);
        await seen.Task.WaitAsync(Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(["GET /v1/batches/batch_1"], _service.Calls);
    }

    [Fact]
    public async Task A_batch_is_listed_and_cancelled()
    {
        using var batches = Client();
        _service.Replies(
            """{"data":[{"id":"a","status":"completed"},{"id":"b","status":"new_word"}],"has_more":true}""");
        _service.Replies("""{"data":[{"id":"c","status":"failed"}],"has_more":false}""");
        _service.Replies(JobService.Batch("cancelling"));

        var listed = await batches.ListAsync(Token).ToListAsync(Token);
        var cancelled = await batches.CancelAsync("batch_1", Token);

        Assert.Equal(["a", "b", "c"], listed.Select(batch => batch.Id));
        Assert.False(listed[1].Status.IsFinal);
        Assert.Equal(ImageBatchStatus.Cancelling, cancelled.Status);
        Assert.Equal(
            ["GET /v1/batches?limit=100", "GET /v1/batches?limit=100&after=b", "POST /v1/batches/batch_1/cancel"],
            _service.Calls);
    }

    [Fact]
    public async Task The_cancellation_of_an_ended_batch_is_refused_and_costs_nothing()
    {
        using var batches = Client();
        _service.Replies("""{"error":{"message":"Cannot cancel."}}""", HttpStatusCode.Conflict);

        var refused = await Assert.ThrowsAsync<ImageApiException>(() => batches.CancelAsync("batch_1", Token));

        Assert.False(refused.MayHaveBeenBilled);
    }

    [Fact]
    public async Task Each_member_of_a_batch_is_read()
    {
        using var batches = Client();
        _service.Replies("""
            {
              "id": "batch_1", "object": "batch", "endpoint": "/v1/images/generations", "model": "gpt-image-2",
              "errors": {"object": "list", "data": [
                {"code": "invalid_json_line", "message": "Not JSON.", "param": "file", "line": 3},
                {"message": "?"}, 7]},
              "input_file_id": "file-in", "completion_window": "24h", "status": "failed",
              "output_file_id": "file-out", "error_file_id": "file-err", "created_at": 1790000000,
              "in_progress_at": 1790000001, "expires_at": 1790086400, "failed_at": 1790000005, "completed_at": null,
              "request_counts": {"total": 5, "completed": 3, "failed": 2},
              "usage": {"input_tokens": 10, "output_tokens": 20, "total_tokens": 30},
              "metadata": {"job": "foxes"}
            }
            """);

        var batch = await batches.GetAsync("batch_1", Token);

        Assert.Equal(new ImageBatchCounts(5, 3, 2), batch.Counts);
        Assert.Equal(["file-in", "file-out", "file-err"], [batch.InputFileId, batch.OutputFileId, batch.ErrorFileId]);
        Assert.Equal(
            [new("invalid_json_line", "Not JSON.") { Parameter = "file", Line = 3 }, new("unknown", "?")],
            batch.Faults);
        Assert.Equal("line 3: invalid_json_line: Not JSON.", batch.Faults[0].ToString());
        Assert.Equal(20, batch.Usage!.OutputTokens);
        Assert.Equal("foxes", batch.Metadata["job"]);
        Assert.Equal((1790086400, 1790000005), (Seconds(batch.Expires), Seconds(batch.Ended)));
        Assert.Equal(["completion_window", "in_progress_at"], batch.Extra.Keys);
        Assert.Equal("ImageBatch { batch_1, failed, 3 of 5 completed, 2 failed }", batch.ToString());

        static long Seconds(DateTimeOffset? time) => time!.Value.ToUnixTimeSeconds();
    }

    [Fact]
    public void Options_outside_their_range_are_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            "FirstDelay", () => new ImageBatchWaitOptions { FirstDelay = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(
            "MaxDelay", () => new ImageBatchWaitOptions { MaxDelay = TimeSpan.FromDays(2) });
        Assert.Throws<ArgumentOutOfRangeException>(
            "OutageTimeout", () => new ImageBatchWaitOptions { OutageTimeout = TimeSpan.FromSeconds(-1) });
        Assert.Throws<ArgumentException>("id", () => new ImageBatch("", "completed"));
        Assert.Throws<ArgumentException>("status", () => new ImageBatch("a", default));
        Assert.Throws<ArgumentException>("code", () => new ImageBatchFault(" ", null));
    }

    private async Task<ImageBatch> WaitAsync(ImageBatchWaitOptions options, double random = 0)
    {
        var client = JobService.Options(set => set.TimeProvider = _clock);
        using var http = HttpPipeline.CreateClient(client, _service, ownsPrimary: false);
        var wait = new BatchWait(new ServiceCaller(() => http, () => client), "batch_1", options, () => random);

        return await _clock.RunAsync(wait.RunAsync(Token));
    }

    private OpenAIImageBatchClient Client() => _service.BatchClient();

    private sealed class Progress(TaskCompletionSource seen) : IProgress<ImageBatch>
    {
        public void Report(ImageBatch value) => seen.TrySetResult();
    }
}
