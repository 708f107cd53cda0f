using System.Diagnostics.Metrics;
using OpenAIImages.Diagnostics;
using OpenAIImages.Tests.Support;
using Polly;

namespace OpenAIImages.Tests.Diagnostics;

[Collection(nameof(Alone))]
public sealed class MetricTests
{
    private const string InputUsage = "gen_ai.client.inference.usage.input_tokens";
    private const string OutputUsage = "gen_ai.client.inference.usage.output_tokens";
    private const string Modality = "gen_ai.token.modality";

    private const string Picture =
        """
        {"data":[{"b64_json":"iVBORw=="}],"usage":{"input_tokens":50,"output_tokens":60,
        "input_tokens_details":{"text_tokens":10,"image_tokens":35,"cached_tokens":4}}}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_measurement_names_operation_and_provider_and_model_and_server()
    {
        using var service = new ScriptedService().Refuse(429, "rate_limit_exceeded").Reply(200, Picture);
        using var watched = new WatchedClient(service);

        await watched.GenerateAsync();

        Assert.All(watched.Telemetry.Metrics.SelectMany(metric => metric.MetricPoints), point =>
        {
            var tags = CollectedTelemetry.Tags(point);
            Assert.Equal("generate_content", tags["gen_ai.operation.name"]);
            Assert.Equal("openai_compatible", tags["gen_ai.provider.name"]);
            Assert.Equal("gpt-image-2", tags["gen_ai.request.model"]);
            Assert.Equal("generate", tags["openaiimages.operation"]);
            Assert.Equal(("fake.test", 443), (tags["server.address"], tags["server.port"]));
        });
    }

    [Fact]
    public async Task Retries_of_a_custom_pipeline_are_counted()
    {
        using var service = new ScriptedService().Reply(503).FailToConnect().Reply(200, Picture);
        using var watched = new WatchedClient(service, options => options.UsePipeline(
            new ResiliencePipelineBuilder<HttpResponseMessage>()
                .AddRetry(new()
                {
                    ShouldHandle = arguments => new(arguments.Outcome.Result is not { IsSuccessStatusCode: true }),
                    Delay = TimeSpan.Zero,
                })
                .Build()));

        await watched.GenerateAsync();

        Assert.Equal(
            ["503 1", "connection_failed 1"], watched.Telemetry.Measured("openaiimages.client.retries", "error.type"));
    }

    [Theory]
    [InlineData(20, 30.0 * 60 / 1_000_000)]
    [InlineData(null, null)]
    public async Task Spans_and_a_metric_say_the_cost_of_a_call_whose_prices_are_known(int? imageRate, double? dollars)
    {
        const string reply =
            """
            {"data":[{"b64_json":"iVBORw=="}],"usage":{"output_tokens":60,
            "input_tokens_details":{"text_tokens":10,"image_tokens":0}}}
            """;
        using var service = new ScriptedService().Reply(200, reply);
        using var watched = new WatchedClient(service, options => options.Telemetry.Prices = new ImagePriceList(
            DateTimeOffset.UnixEpoch,
            "a test",
            [new ImageModelPrices("gpt-image-2") { TextInput = 60, ImageOutput = imageRate }]));

        await watched.GenerateAsync();

        Assert.Equal(dollars, watched.Telemetry.Span.GetTagItem("openaiimages.cost"));
        Assert.Equal(
            dollars,
            watched.Telemetry.Metrics
                .Where(metric => metric.Name == "openaiimages.client.cost")
                .SelectMany(metric => metric.MetricPoints)
                .Sum(point => (double?)point.GetSumDouble()) is > 0 and var sum ? sum : null);
    }

    [Fact]
    public async Task Calls_that_the_client_rejects_have_their_own_error_types()
    {
        using var service = new ScriptedService().Reply(503).Reply(503).Reply(200, Picture);
        using var watched = new WatchedClient(service, options =>
        {
            options.MaxRetries = 0;
            options.UseRateLimit(3);
            options.RateLimit.MaxQueuedImages = 0;
            options.UseCircuitBreaker(breaker => breaker.MinimumThroughput = 2);
        });

        await Assert.ThrowsAsync<ImageApiException>(() => watched.GenerateAsync());
        await Assert.ThrowsAsync<ImageApiException>(() => watched.GenerateAsync());
        await Assert.ThrowsAsync<ImageCallRejectedException>(() => watched.GenerateAsync());
        watched.Clock.Advance(TimeSpan.FromSeconds(31));
        await watched.GenerateAsync();
        await Assert.ThrowsAsync<ImageCallRejectedException>(() => watched.GenerateAsync());

        Assert.Equal(
            ["503", "circuit_open", "limited", "none"],
            watched.Telemetry.Measured("gen_ai.client.operation.duration", "error.type")
                .Select(measured => measured.Split(' ')[0]));
    }

    [Fact]
    public async Task Instruments_have_the_units_of_the_conventions()
    {
        using var service = new ScriptedService().Refuse(429, "rate_limit_exceeded").Reply(200, Picture);
        using var watched = new WatchedClient(service);

        await watched.GenerateAsync();

        Assert.Equal(
            [
                "gen_ai.client.inference.usage.cache_read.input_tokens {token} LongSum",
                "gen_ai.client.inference.usage.input_tokens {token} LongSum",
                "gen_ai.client.inference.usage.output_tokens {token} LongSum",
                "gen_ai.client.operation.duration s Histogram",
                "gen_ai.client.token.usage {token} Histogram",
                "openaiimages.client.images {image} LongSum",
                "openaiimages.client.retries {retry} LongSum",
            ],
            watched.Telemetry.Metrics
                .Select(metric => $"{metric.Name} {metric.Unit} {metric.MetricType}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Histograms_have_the_buckets_of_the_conventions_and_longer_ones()
    {
        using var service = new ScriptedService().Reply(200, Picture);
        using var watched = new WatchedClient(service);

        await watched.GenerateAsync();

        double[] seconds = [.. Enumerable.Range(0, 18).Select(power => 0.01 * Math.Pow(2, power))];
        Assert.Equal(seconds, Bounds(watched.Telemetry, "gen_ai.client.operation.duration"), new Nearly());
        double[] tokens = [.. Enumerable.Range(0, 14).Select(power => Math.Pow(4, power))];
        Assert.Equal(tokens, Bounds(watched.Telemetry, "gen_ai.client.token.usage"));
    }

    [Fact]
    public async Task The_duration_covers_the_whole_call_with_its_waits()
    {
        using var service = new ScriptedService().Refuse(429, "rate_limit_exceeded", "retry-after: 3")
            .Refuse(400, "moderation_blocked");
        using var watched = new WatchedClient(service);

        await Assert.ThrowsAsync<ImageModerationException>(() => watched.GenerateAsync());

        Assert.Equal(
            ["moderation_blocked 3"], watched.Telemetry.Measured("gen_ai.client.operation.duration", "error.type"));
        Assert.Equal(
            ["rate_limit_exceeded 1"], watched.Telemetry.Measured("openaiimages.client.retries", "error.type"));
    }

    [Fact]
    public async Task Tokens_are_counted_by_modality()
    {
        using var service = new ScriptedService().Reply(200, Picture);
        using var watched = new WatchedClient(service);

        await watched.GenerateAsync();
        await watched.GenerateAsync();

        Assert.Equal(["image 70", "text 20", "unknown 10"], watched.Telemetry.Measured(InputUsage, Modality));
        Assert.Equal(["unknown 120"], watched.Telemetry.Measured(OutputUsage, Modality));
        Assert.Equal(
            ["unknown 8"],
            watched.Telemetry.Measured("gen_ai.client.inference.usage.cache_read.input_tokens", Modality));
        Assert.Equal(
            ["input 100", "output 120"], watched.Telemetry.Measured("gen_ai.client.token.usage", "gen_ai.token.type"));
        Assert.Equal(["2"], watched.Telemetry.Measured("openaiimages.client.images"));
    }

    [Fact]
    public async Task A_call_without_usage_and_a_failed_call_count_zero_tokens()
    {
        using var service = new ScriptedService()
            .Reply(200, """{"data":[{"b64_json":"iVBORw=="}]}""").Refuse(400, "moderation_blocked");
        using var watched = new WatchedClient(service);

        await watched.GenerateAsync();
        await Assert.ThrowsAsync<ImageModerationException>(() => watched.GenerateAsync());

        Assert.Equal(["unknown 0"], watched.Telemetry.Measured(InputUsage, Modality));
        Assert.Equal(["unknown 0"], watched.Telemetry.Measured(OutputUsage, Modality));
        Assert.Empty(watched.Telemetry.Measured("gen_ai.client.token.usage"));
    }

    [Fact]
    public async Task Tokens_of_an_SVG_model_are_counted_under_its_name()
    {
        using var service = new ScriptedService().Reply(
            200,
            """
            {"data":[{"b64_json":"PHN2Zz4="}],"usage":{"input_tokens":5,"output_tokens":6},
            "svg_usage":{"model":"gpt-9","input_tokens":70,"output_tokens":800}}
            """);
        using var watched = new WatchedClient(service);

        await watched.GenerateAsync();

        Assert.Equal(
            ["gpt-9 text 70", "none unknown 5"],
            watched.Telemetry.Measured(InputUsage, "gen_ai.response.model", Modality));
        Assert.Equal(
            ["gpt-9 text 800", "none unknown 6"],
            watched.Telemetry.Measured(OutputUsage, "gen_ai.response.model", Modality));
    }

    [Fact]
    public async Task Possibly_billed_failures_are_counted()
    {
        using var service = new ScriptedService().LoseConnection().Refuse(429, "insufficient_quota");
        using var watched = new WatchedClient(service);

        await Assert.ThrowsAsync<ImageTransportException>(() => watched.GenerateAsync());
        await Assert.ThrowsAsync<ImageQuotaException>(() => watched.GenerateAsync());

        Assert.Equal(
            ["connection_lost 1"], watched.Telemetry.Measured("openaiimages.client.possibly_billed", "error.type"));
    }

    [Fact]
    public async Task The_time_between_the_pictures_of_a_stream_is_measured()
    {
        var clock = new WaitingClock();
        using var telemetry = new CollectedTelemetry();
        using var client = new FakeService()
            .Replies(() =>
            {
                clock.Advance(TimeSpan.FromSeconds(4));

                return new HttpResponseMessage
                {
                    Content = new StringContent(
                        Streaming.Partial("QUFB") + Streaming.Partial("QUFB") + Streaming.Completed("QUJD"),
                        new System.Net.Http.Headers.MediaTypeHeaderValue("text/event-stream")),
                };
            })
            .CreateClient(options => options.TimeProvider = clock);

        await foreach (var item in client.GenerateStreamingAsync(new GenerateImageRequest("a red fox"), Token))
        {
            Assert.NotNull(item);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(["4"], telemetry.Measured("gen_ai.client.operation.time_to_first_chunk"));
        Assert.Equal(["2"], telemetry.Measured("gen_ai.client.operation.time_per_output_chunk"));
        Assert.Equal(["7"], telemetry.Measured("gen_ai.client.operation.duration"));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("http", false)]
    [InlineData("gen_ai_latest_experimental", true)]
    [InlineData("http, gen_ai_latest_experimental", true)]
    public void An_environment_variable_chooses_the_newest_names(string? variable, bool isLatest)
        => Assert.Equal(
            isLatest,
            TelemetryNames.UseLatest(name => name == "OTEL_SEMCONV_STABILITY_OPT_IN" ? variable : null));

    [Fact]
    public void The_newest_names_replace_the_older_ones()
    {
        using var latest = new Instruments(isLatest: true);
        List<string> measured = [];
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "OpenAIImages")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, _, _) => measured.Add(instrument.Name));
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => measured.Add(instrument.Name));
        listener.Start();
        var options = new ImageClientOptions();
        var telemetry = new ImageTelemetry(_ => "openai", null, latest);

        using (var call = telemetry.Begin(new GenerateImageRequest("a red fox"), options, isStreaming: true)!)
        {
            foreach (var item in Events())
            {
                call.Receive(item);
            }

            call.Complete();
        }

        Assert.Equal(
            [
                "gen_ai.client.inference.duration",
                "gen_ai.client.inference.operation.input_tokens",
                "gen_ai.client.inference.operation.output_tokens",
                "gen_ai.client.inference.time_per_output_chunk",
                "gen_ai.client.inference.time_to_first_chunk",
                "gen_ai.client.inference.usage.input_tokens",
                "gen_ai.client.inference.usage.output_tokens",
                "openaiimages.client.images",
            ],
            measured.Distinct().Order(StringComparer.Ordinal));
    }

    private static ImageStreamEvent[] Events()
    {
        var image = new ImageOutput { Bytes = new byte[] { 1 }, Length = 1 };

        return
        [
            new PartialImageEvent(image),
            new CompletedImageEvent(image) { Usage = new ImageUsage { InputTokens = 1, OutputTokens = 2 } },
        ];
    }

    private static double[] Bounds(CollectedTelemetry telemetry, string name)
    {
        List<double> bounds = [];
        foreach (var bucket in telemetry.Metrics.Single(metric => metric.Name == name).MetricPoints[0]
            .GetHistogramBuckets())
        {
            bounds.Add(bucket.ExplicitBound);
        }

        return [.. bounds[..^1]];
    }

    private sealed class Nearly : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) < 1e-9;

        public int GetHashCode(double value) => 0;
    }
}
