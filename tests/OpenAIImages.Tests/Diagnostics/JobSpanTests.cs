using System.Diagnostics;
using System.Net;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Diagnostics;

[Collection(nameof(Alone))]
public sealed class JobSpanTests : IDisposable
{
    private readonly CollectedTelemetry _telemetry = new();
    private readonly JobService _service = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _telemetry.Dispose();
        _service.Dispose();
    }

    [Fact]
    public async Task Calls_about_files_and_batches_have_spans_without_prompts_or_keys()
    {
        const string Prompt = "a secret wish";
        _service.Content["file-out"] = ResultLines.File(
            ResultLines.Done("fox", Bodies.Picture(100), Bodies.Picture(200)),
            ResultLines.NotMade("owl", "batch_expired"));
        using var batches = _service.BatchClient();

        await batches.CreateAsync([new("fox", new GenerateImageRequest(Prompt))], cancellationToken: Token);
        var batch = await batches.WaitAsync("batch_1", cancellationToken: Token);
        await batches.ReadResultsAsync(batch, cancellationToken: Token).CountAsync(Token);

        Assert.Equal(
            ["upload_file", "create_batch", "get_batch", "read_batch_results"],
            _telemetry.Spans.Select(span => span.DisplayName));
        Assert.All(_telemetry.Spans, span => Assert.Equal("fake.test", span.GetTagItem("server.address")));
        var reading = _telemetry.Spans[^1];
        Assert.Equal("batch_1", reading.GetTagItem("openaiimages.batch.id"));
        Assert.Equal((2, 2), ((int)reading.GetTagItem("openaiimages.batch.results")!,
            (int)reading.GetTagItem("openaiimages.image.count")!));
        Assert.DoesNotContain(Prompt, _telemetry.Everything(), StringComparison.Ordinal);
        Assert.DoesNotContain(FakeService.Key, _telemetry.Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_call_about_a_batch_has_a_failed_span()
    {
        using var batches = _service.BatchClient();
        _service.Replies("""{"error":{"message":"No batch.","code":"not_found"}}""", HttpStatusCode.NotFound);

        await Assert.ThrowsAsync<ImageApiException>(() => batches.GetAsync("batch_1", Token));

        Assert.Equal(
            (ActivityStatusCode.Error, "not_found"),
            (_telemetry.Span.Status, (string?)_telemetry.Span.GetTagItem("error.type")));
    }

    [Fact]
    public async Task The_span_of_an_upload_counts_its_retries()
    {
        var clock = new WaitingClock();
        using var files = _service.FileClient(options => (options.MaxRetries, options.TimeProvider) = (1, clock));
        _service.Replies("{}", HttpStatusCode.ServiceUnavailable);

        await clock.RunAsync(files.UploadAsync(ImageInput.FromBytes(Bodies.Picture(100)), Token));

        Assert.Equal(1, _telemetry.Span.GetTagItem("openaiimages.retry.count"));
    }
}
