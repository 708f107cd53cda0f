using System.Diagnostics;
using System.Net;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Diagnostics;

[Collection(nameof(Alone))]
public sealed class SpanTests
{
    private const string Picture =
        """
        {"created":1,"data":[{"b64_json":"iVBORw=="}],"usage":{"total_tokens":103,"input_tokens":50,"output_tokens":53,
        "input_tokens_details":{"text_tokens":10,"image_tokens":40,"cached_tokens":4},
        "output_tokens_details":{"text_tokens":3,"image_tokens":50}}}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_span_describes_a_successful_call()
    {
        using var service = new ScriptedService().Reply(200, Picture, "x-request-id: req_1");
        using var watched = new WatchedClient(service);

        await watched.Client.GenerateAsync(
            new GenerateImageRequest("a red fox")
            {
                Model = "gpt-image-2",
                Count = 2,
                Size = ImageSize.Square,
                Quality = ImageQuality.High,
            },
            Token);

        var span = watched.Telemetry.Span;
        Assert.Equal(("generate_content gpt-image-2", ActivityKind.Client), (span.DisplayName, span.Kind));
        Assert.Equal((ActivityStatusCode.Unset, null), (span.Status, span.StatusDescription));
        Assert.Equal(
            [
                "gen_ai.operation.name=generate_content",
                "gen_ai.output.type=image",
                "gen_ai.provider.name=openai_compatible",
                "gen_ai.request.choice.count=2",
                "gen_ai.request.model=gpt-image-2",
                "gen_ai.usage.cache_read.input_tokens=4",
                "gen_ai.usage.image.input_tokens=40",
                "gen_ai.usage.image.output_tokens=50",
                "gen_ai.usage.input_tokens=50",
                "gen_ai.usage.output_tokens=53",
                "gen_ai.usage.text.input_tokens=10",
                "gen_ai.usage.text.output_tokens=3",
                "openaiimages.image.count=1",
                "openaiimages.operation=generate",
                "openaiimages.request.quality=high",
                "openaiimages.request.size=1024x1024",
                "openaiimages.request_id=req_1",
                "server.address=fake.test",
                "server.port=443",
            ],
            Describe(span));
    }

    [Fact]
    public async Task The_source_has_the_version_of_the_package()
    {
        using var service = new ScriptedService().Reply(200, Picture);
        using var watched = new WatchedClient(service);

        await watched.GenerateAsync();

        Assert.Matches(@"^\d+\.\d+\.\d+(-.+)?$", watched.Telemetry.Span.Source.Version);
    }

    [Fact]
    public async Task Spans_name_the_operations_edit_and_variation()
    {
        using var service = new ScriptedService().Reply(200, Picture);
        using var watched = new WatchedClient(service);
        var input = ImageInput.FromBytes(Bodies.Picture(100));

        await watched.Client.EditAsync(new EditImageRequest("a hat", input) { Model = "gpt-image-2" }, Token);
        await watched.Client.CreateVariationAsync(new CreateVariationRequest(input), Token);

        Assert.Equal(
            [("generate_content gpt-image-2", "edit"), ("generate_content", "variation")],
            watched.Telemetry.Spans.Select(span => (span.DisplayName, (string?)Tag(span, "openaiimages.operation"))));
    }

    [Fact]
    public async Task The_deployment_replaces_a_missing_model_name()
    {
        using var service = new ScriptedService().Reply(200, Picture);
        using var watched = new WatchedClient(service, options =>
        {
            options.Endpoint = new Uri("https://mine.openai.azure.com");
            options.Azure.Deployment = "pictures";
            options.Azure.ApiVersion = "2025-04-01-preview";
        });

        await watched.Client.GenerateAsync(new GenerateImageRequest("a red fox"), Token);

        var span = watched.Telemetry.Span;
        Assert.Equal("generate_content pictures", span.DisplayName);
        Assert.Equal("azure.ai.openai", Tag(span, "gen_ai.provider.name"));
    }

    [Fact]
    public async Task A_span_is_a_child_of_the_current_activity_and_leaves_it_current()
    {
        using var service = new ScriptedService().Reply(200, Picture);
        using var watched = new WatchedClient(service);
        using var parent = new Activity("parent") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.Start();

        var call = watched.Client.GenerateAsync("a red fox", cancellationToken: Token);

        Assert.Same(parent, Activity.Current);
        await call;
        Assert.Same(parent, Activity.Current);
        Assert.Equal(parent.SpanId, watched.Telemetry.Span.ParentSpanId);
    }

    [Fact]
    public async Task A_span_counts_its_retries_and_has_an_event_for_each()
    {
        using var service = new ScriptedService()
            .Refuse(429, "rate_limit_exceeded", "retry-after: 3").FailToConnect().Reply(200, Picture);
        using var watched = new WatchedClient(service);

        await watched.GenerateAsync();

        var span = watched.Telemetry.Span;
        Assert.Equal((2, ActivityStatusCode.Unset), (Tag(span, "openaiimages.retry.count"), span.Status));
        Assert.Equal(
            ["rate_limit_exceeded", "connection_failed"],
            span.Events.Select(item => item.Tags.Single(tag => tag.Key == "error.type").Value));
        Assert.Equal(3.0, span.Events.First().Tags.Single(tag => tag.Key == "openaiimages.retry.delay").Value);
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, """[{"role":"user","parts":[{"type":"text","content":"\"猫\" <in> the snow"}]}]""")]
    public async Task A_span_holds_the_prompt_only_with_EnableSensitiveData(bool isEnabled, string? messages)
    {
        using var service = new ScriptedService().Reply(200, Picture);
        using var watched = new WatchedClient(service, options => options.Telemetry.EnableSensitiveData = isEnabled);

        await watched.Client.GenerateAsync("\"猫\" <in> the snow", cancellationToken: Token);

        Assert.Equal(messages, Tag(watched.Telemetry.Span, "gen_ai.input.messages"));
    }

    [Fact]
    public async Task The_span_of_a_download_names_only_the_host_of_its_link()
    {
        var clock = new WaitingClock();
        using var collected = new CollectedTelemetry();
        using var client = new FakeService()
            .Replies(HttpStatusCode.ServiceUnavailable, "")
            .Replies(HttpStatusCode.OK, Bodies.Picture(100))
            .Replies(HttpStatusCode.NotFound, "")
            .CreateLinkClient(options =>
                (options.TimeProvider, options.StallTimeout) = (clock, TimeSpan.FromDays(1)));
        var image = new ImageOutput { Link = new Uri("https://files.test/private/a.png?sig=secret") };
        var nowhere = ImageDestination.Stream(new MemoryStream());

        await clock.RunAsync(client.DownloadAsync(image, nowhere, cancellationToken: Token));
        await Assert.ThrowsAsync<ImageLinkExpiredException>(
            () => client.DownloadAsync(image, nowhere, cancellationToken: Token));

        Assert.All(collected.Spans, span => Assert.Equal("download_image", span.DisplayName));
        Assert.Equal(
            ["openaiimages.download.bytes=100", "openaiimages.retry.count=1", "server.address=files.test",
                "server.port=443"],
            Describe(collected.Spans[0]));
        Assert.Equal(
            ["error.type=OpenAIImages.ImageLinkExpiredException", "server.address=files.test", "server.port=443"],
            Describe(collected.Spans[1]));
        Assert.DoesNotContain("secret", collected.Everything(), StringComparison.Ordinal);
        Assert.DoesNotContain("private", collected.Everything(), StringComparison.Ordinal);
    }

    private static object? Tag(Activity span, string name) => span.GetTagItem(name);

    private static string[] Describe(Activity span)
        => [.. span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal)];
}
