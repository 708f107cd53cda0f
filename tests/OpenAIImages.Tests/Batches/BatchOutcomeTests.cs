using System.Net;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Batches;

/// <summary>A batch costs money, so the client never creates one twice.</summary>
public sealed class BatchOutcomeTests : IDisposable
{
    private const string None = """{"data":[],"has_more":false}""";

    private readonly JobService _service = new();
    private readonly WaitingClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_creation_whose_outcome_is_unknown_is_looked_up_by_its_file(bool retriesUnknown)
    {
        using var batches = Client(options => (options.MaxRetries, options.RetryUnknownOutcome) = (3, retriesUnknown));
        _service.Replies(_ => null).Replies(_ => throw new HttpRequestException("gone"));
        _service.Replies(None).Replies(_ => null);

        var batch = await CreateAsync(batches);

        Assert.Equal("batch_1", batch.Id);
        Assert.Equal(
            [
                "POST /v1/files", "POST /v1/batches", "GET /v1/batches?limit=100", "GET /v1/batches?limit=100",
            ],
            _service.Calls);
        Assert.Equal([2, 8], _clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Theory]
    [InlineData("<html>bad gateway</html>", 502)]
    [InlineData("", 504)]
    [InlineData("no json", 200)]
    public async Task A_batch_is_looked_up_after_a_reply_that_does_not_tell_the_outcome(string body, int status)
    {
        using var batches = Client();
        _service.Replies(_ => null).Replies(body, (HttpStatusCode)status);

        var batch = await CreateAsync(batches);

        Assert.Equal("batch_1", batch.Id);
        Assert.Single(_service.Creations);
    }

    [Fact]
    public async Task A_batch_that_is_not_found_within_half_a_minute_may_still_exist()
    {
        using var batches = Client(options => options.RetryUnknownOutcome = true);
        _service.Replies(_ => null).Replies(_ => throw new HttpRequestException("gone"));
        _service.Replies(None).Replies("{}", HttpStatusCode.ServiceUnavailable).Replies(None);

        var unknown = await Assert.ThrowsAsync<ImageBatchException>(() => CreateAsync(batches));

        Assert.Equal((ImageBatchProblem.UnknownOutcome, "file-1"), (unknown.Problem, unknown.InputFileId));
        Assert.True(unknown.MayHaveBeenBilled);
        Assert.False(unknown.IsTransient);
        Assert.IsType<ImageTransportException>(unknown.InnerException);
        Assert.Single(_service.Creations);
        Assert.Equal(30, _clock.Waits.Sum(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task The_lookup_reads_the_pages_of_the_list()
    {
        using var batches = Client();
        _service.Replies(_ => null).Replies(_ => throw new HttpRequestException("gone"));
        _service.Replies(
            """{"data":[{"id":"batch_9","status":"completed","input_file_id":"file-9"}],"has_more":true}""");

        var batch = await CreateAsync(batches);

        Assert.Equal("batch_1", batch.Id);
        Assert.Equal("GET /v1/batches?limit=100&after=batch_9", _service.Calls[^1]);
    }

    [Fact]
    public async Task The_header_x_should_retry_does_not_create_a_batch_twice()
    {
        using var batches = Client(options => options.MaxRetries = 3);
        _service.Replies(_ => null).Replies(_ =>
        {
            var reply = JobService.Reply("", HttpStatusCode.GatewayTimeout);
            reply.Headers.Add("x-should-retry", "true");

            return reply;
        });

        await CreateAsync(batches);

        Assert.Single(_service.Creations);
    }

    [Fact]
    public async Task A_creation_that_certainly_failed_is_repeated()
    {
        using var batches = Client(options => options.MaxRetries = 1);
        _service.Replies(_ => null).Replies("{}", HttpStatusCode.TooManyRequests);

        var batch = await CreateAsync(batches);

        Assert.Equal("batch_1", batch.Id);
        Assert.Equal(2, _service.Creations.Count);
        Assert.Single(_service.Uploads);
    }

    [Fact]
    public async Task A_refused_batch_throws_the_exception_for_its_code()
    {
        using var batches = Client();
        _service.Replies(_ => null).Replies(
            """{"error":{"message":"No credit.","code":"billing_hard_limit_reached"}}""", HttpStatusCode.BadRequest);

        var refused = await Assert.ThrowsAsync<ImageQuotaException>(() => CreateAsync(batches));

        Assert.False(refused.MayHaveBeenBilled);
        Assert.Equal(2, _service.Calls.Count);
    }

    [Fact]
    public async Task A_cancellation_after_the_creation_was_sent_says_that_it_may_be_billed()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        using var batches = Client();
        _service.Replies(_ => null).Replies(_ =>
        {
            cancel.Cancel();

            throw new OperationCanceledException(cancel.Token);
        });

        var canceled = await Assert.ThrowsAsync<ImageCallCanceledException>(
            () => batches.CreateAsync([Item], cancellationToken: cancel.Token));

        Assert.True(canceled.MayHaveBeenBilled);
        Assert.Single(_service.Creations);
    }

    [Fact]
    public async Task A_cancelled_upload_throws_an_ordinary_cancellation()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        using var batches = Client();
        _service.Replies(_ =>
        {
            cancel.Cancel();

            throw new OperationCanceledException(cancel.Token);
        });

        var canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => batches.CreateAsync([Item], cancellationToken: cancel.Token));

        Assert.IsNotType<ImageCallCanceledException>(canceled);
    }

    private static ImageWorkItem Item => new("1", new GenerateImageRequest("a red fox"));

    private Task<ImageBatch> CreateAsync(OpenAIImageBatchClient batches)
        => _clock.RunAsync(batches.CreateAsync([Item], cancellationToken: Token));

    private OpenAIImageBatchClient Client(Action<ImageClientOptions>? configure = null)
        => _service.BatchClient(options =>
        {
            options.TimeProvider = _clock;
            configure?.Invoke(options);
        });
}
