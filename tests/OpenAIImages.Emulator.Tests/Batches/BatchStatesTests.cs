using OpenAIImages.Emulator.Tests.Support;
using OpenAIImages.Painter;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Batches;

/// <summary>A batch changes its states on a clock that the test moves.</summary>
public sealed class BatchStatesTests : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    private readonly WaitingClock _time = new(DateTimeOffset.FromUnixTimeSeconds(1_790_000_000));
    private Service? _service;

    public ValueTask DisposeAsync() => _service?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task A_batch_goes_through_all_states_at_their_times()
    {
        var service = await StartAsync(Step);
        var id = await service.CreateBatchAsync([BatchCalls.Line("a")]);

        _time.Advance(Step);
        var finalizing = await service.GetBatchAsync(id, "finalizing");
        _time.Advance(Step);
        var completed = await service.GetBatchAsync(id, "completed");

        Assert.Equal("finalizing", (string?)finalizing["status"]);
        Assert.Null(finalizing["output_file_id"]);
        Assert.Equal(1_790_000_000, (long?)completed["created_at"]);
        Assert.Equal(1_790_000_060, (long?)completed["in_progress_at"]);
        Assert.Equal(1_790_000_060, (long?)completed["finalizing_at"]);
        Assert.Equal(1_790_000_120, (long?)completed["completed_at"]);
    }

    [Fact]
    public async Task An_expired_batch_has_its_results_and_an_error_line_for_each_other_request()
    {
        var service = await StartAsync(TimeSpan.Zero, new FaultConditions { PromptContains = "slow" });
        var id = await service.CreateBatchAsync(
            [BatchCalls.Line("a"), BatchCalls.Line("b", "slow cat"), BatchCalls.Line("c")]);
        await DoneAsync(service, id, count: 2);

        _time.Advance(TimeSpan.FromHours(24));
        var batch = await service.GetBatchAsync(id, status: null);

        Assert.Equal("expired", (string?)batch["status"]);
        Assert.Equal(1_790_086_400, (long?)batch["expired_at"]);
        Sse.Same("""{"total":3,"completed":2,"failed":1}""", batch["request_counts"]!);
        Assert.Equal(["a", "c"], (await service.ReadLinesAsync(batch["output_file_id"])).Keys.Order());
        var line = Assert.Single(await service.ReadLinesAsync(batch["error_file_id"])).Value;
        Sse.Same($$"""
            {
              "id": "{{line["id"]}}", "custom_id": "b", "response": null,
              "error": {
                "code": "batch_expired",
                "message": "This request could not be executed before the completion window expired."
              }
            }
            """, line);
    }

    [Fact]
    public async Task A_cancelled_batch_has_the_results_of_its_finished_requests()
    {
        var service = await StartAsync(TimeSpan.Zero, new FaultConditions { PromptContains = "slow" });
        var id = await service.CreateBatchAsync([BatchCalls.Line("a"), BatchCalls.Line("b", "slow cat")]);
        await DoneAsync(service, id, count: 1);

        var reply = await service.SendAsync(HttpMethod.Post, $"batches/{id}/cancel", null);
        var batch = await service.GetBatchAsync(id, status: null);

        Assert.Equal(200, reply.Status);
        Assert.Equal("cancelled", (string?)batch["status"]);
        Assert.NotNull(batch["cancelling_at"]);
        Assert.NotNull(batch["cancelled_at"]);
        Sse.Same("""{"total":2,"completed":1,"failed":0}""", batch["request_counts"]!);
        Assert.Equal(["a"], (await service.ReadLinesAsync(batch["output_file_id"])).Keys);
        Assert.Null(batch["error_file_id"]);
    }

    [Fact]
    public async Task A_batch_is_cancelling_until_it_is_cancelled()
    {
        var service = await StartAsync(Step);
        var id = await service.CreateBatchAsync([BatchCalls.Line("a")]);

        var first = await service.SendAsync(HttpMethod.Post, $"batches/{id}/cancel", null);
        var second = await service.SendAsync(HttpMethod.Post, $"batches/{id}/cancel", null);
        _time.Advance(Step);
        var batch = await service.GetBatchAsync(id, status: null);

        Assert.Equal("cancelling", (string?)first.Body["status"]);
        Assert.Equal((200, "cancelling"), (second.Status, (string?)second.Body["status"]));
        Assert.Equal("cancelled", (string?)batch["status"]);
        Assert.Null(batch["output_file_id"]);
        Assert.Equal(0, (int?)batch["request_counts"]!["total"]);
    }

    [Fact]
    public async Task An_ended_batch_cannot_be_cancelled()
    {
        var service = await StartAsync(TimeSpan.Zero);
        var id = await service.CreateBatchAsync([BatchCalls.Line("a")]);
        await service.GetBatchAsync(id, status: null);

        var reply = await service.SendAsync(HttpMethod.Post, $"batches/{id}/cancel", null);

        reply.IsError(409, null, null, "Cannot cancel a batch with status 'completed'.");
    }

    [Fact]
    public async Task A_batch_whose_input_is_deleted_continues()
    {
        var service = await StartAsync(Step);
        var input = await service.UploadLinesAsync(BatchCalls.Line("a"));
        var created = await service.PostBatchAsync(
            $$"""{"input_file_id":"{{input}}","endpoint":"{{BatchCalls.Generations}}","completion_window":"24h"}""");
        var id = (string)created.Body["id"]!;

        await service.SendAsync(HttpMethod.Delete, $"files/{input}", null);
        _time.Advance(Step);
        await service.GetBatchAsync(id, "finalizing");
        _time.Advance(Step);
        var batch = await service.GetBatchAsync(id, status: null);

        Assert.Equal("completed", (string?)batch["status"]);
        Assert.Equal(1, (int?)batch["request_counts"]!["completed"]);
    }

    [Fact]
    public async Task The_latency_of_the_options_applies_to_each_request()
    {
        var service = await StartAsync(TimeSpan.Zero, latency: TimeSpan.FromSeconds(10));
        var id = await service.CreateBatchAsync([BatchCalls.Line("a")]);

        var batch = await _time.RunAsync(service.GetBatchAsync(id, status: null));

        Assert.Equal(1_790_000_010, (long?)batch["completed_at"]);
    }

    [Fact]
    public async Task An_emulator_ends_while_a_batch_is_under_way()
    {
        var service = await StartAsync(TimeSpan.Zero, new FaultConditions());
        var id = await service.CreateBatchAsync([BatchCalls.Line("a")]);
        await service.GetBatchAsync(id, "in_progress");
        var waiting = service.Emulator.WaitForBatchAsync(id, null, TestContext.Current.CancellationToken);

        await service.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
    }

    [Fact]
    public async Task A_wait_for_a_batch_that_does_not_exist_is_refused()
    {
        var service = await StartAsync(TimeSpan.Zero);

        await Assert.ThrowsAsync<ArgumentException>(
            () => service.Emulator.WaitForBatchAsync("batch_none", null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_number_of_requests_in_the_options_runs_at_once_and_no_more()
    {
        var running = 0;
        var most = 0;
        using var gate = new SemaphoreSlim(0);
        var engine = new FunctionEngine(request =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref running));
            gate.Wait(TestContext.Current.CancellationToken);
            Interlocked.Decrement(ref running);

            return new Picture(new byte[] { 1 }, request.Format, 1, 1, "x");
        });
        await using var service = await Service.StartAsync(options =>
        {
            options.Engine = engine;
            options.MaxConcurrentPaintings = 16;
            options.MaxConcurrentBatchRequests = 3;
        });
        var id = await service.CreateBatchAsync(Enumerable.Range(0, 12).Select(n => BatchCalls.Line($"r-{n}")));

        while (Volatile.Read(ref running) < 3)
        {
            await Task.Yield();
        }

        gate.Release(12);
        var batch = await service.GetBatchAsync(id, status: null);

        Assert.Equal(3, most);
        Assert.Equal(12, (int?)batch["request_counts"]!["completed"]);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }

    private async Task<Service> StartAsync(
        TimeSpan step, FaultConditions? hangs = null, TimeSpan latency = default)
    {
        _service = await Service.StartAsync(options =>
        {
            options.TimeProvider = _time;
            options.BatchStepTime = step;
            options.Latency = latency;
        });
        if (hangs is not null)
        {
            _service.Emulator.Fail(EmulatorFault.Hang(), hangs);
        }

        return _service;
    }

    // Only the counts show that a request is done.
    private static async Task DoneAsync(Service service, string id, int count)
    {
        while ((int?)(await service.GetAsync($"batches/{id}")).Body["request_counts"]!["completed"] < count)
        {
            await Task.Yield();
        }
    }
}
