using System.Net;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Transport;

/// <summary>BeforeSending is called before each paid attempt, and for nothing else.</summary>
public sealed class SendingHookTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    private static readonly GenerateImageRequest Fox = new("a red fox") { Count = 3 };

    private readonly List<ImageSendingContext> _told = [];

    public static TheoryData<string, ImageRequest> PaidCalls => new()
    {
        { "Generate", Fox },
        { "Edit", new EditImageRequest("a red fox", ImageInput.FromBytes(Png)) },
        { "CreateVariation", new CreateVariationRequest(ImageInput.FromBytes(Png)) },
        { "GenerateStreaming", Fox },
        { "EditStreaming", new EditImageRequest("a red fox", ImageInput.FromBytes(Png)) },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(PaidCalls))]
    public async Task The_hook_gets_the_request_of_the_caller(string operation, ImageRequest request)
    {
        var service = new FakeService();
        var isStreaming = operation.EndsWith("Streaming", StringComparison.Ordinal);
        service.Replies(
            HttpStatusCode.OK,
            isStreaming ? Streaming.Completed("QUJD") : PaidCall.Made,
            isStreaming ? "text/event-stream" : "application/json");
        var receivedBefore = -1;
        using var client = service.CreateClient(options =>
        {
            options.Model = "gpt-image-2";
            options.Telemetry.SendClientRequestId = true;
            options.BeforeSending = (context, _) =>
            {
                receivedBefore = service.Received.Count;
                _told.Add(context);

                return default;
            };
        });

        await CallAsync(client, operation, request);

        var context = Assert.Single(_told);
        var (message, _) = Assert.Single(service.Received);
        Assert.Equal(0, receivedBefore);
        Assert.Same(request, context.Request);
        Assert.Equal((1, request.Count ?? 1), (context.Attempt, context.Images));
        Assert.Equal(Assert.Single(message.Headers.GetValues("X-Client-Request-Id")), context.ClientRequestId);
    }

    [Fact]
    public async Task Each_retry_calls_the_hook_again_with_its_own_identifier()
    {
        using var service = new ScriptedService().Reply(503).Reply(503).Reply(200, PaidCall.Made);

        await PaidCall.MakeAsync(service, options =>
        {
            options.Telemetry.SendClientRequestId = true;
            options.BeforeSending = Note;
        });

        Assert.Equal([1, 2, 3], _told.Select(context => context.Attempt));
        Assert.Equal(3, _told.Select(context => context.ClientRequestId).Distinct().Count());
        Assert.All(_told.Zip(service.Headers), pair => Assert.Contains(pair.First.ClientRequestId!, pair.Second));
    }

    [Fact]
    public async Task The_hook_is_called_after_the_turn_and_the_token()
    {
        var order = new List<string>();
        using var service = new ScriptedService().Reply(200, PaidCall.Made);

        await PaidCall.MakeAsync(service, options =>
        {
            options.ApiKey = null;
            options.UseRateLimit(new NotingLimiter(order));
            options.TokenProvider = _ =>
            {
                order.Add("token");

                return new("sk-test");
            };
            options.BeforeSending = (_, _) =>
            {
                order.Add($"hook after {service.Attempts}");

                return default;
            };
        });

        Assert.Equal(["turn", "token", "hook after 0"], order);
    }

    [Fact]
    public async Task Downloads_and_lists_of_models_do_not_call_the_hook()
    {
        var service = new FakeService().Replies(HttpStatusCode.OK, Png);
        using var client = service.CreateLinkClient(options => options.BeforeSending = Note);
        using var lists = new FakeService().Replies(HttpStatusCode.OK, """{"data":[{"id":"gpt-image-2"}]}""");
        using var models = new OpenAIImageModelClient(
            new() { ApiKey = FakeService.Key, Endpoint = new("https://fake.test/v1"), BeforeSending = Note }, lists);
        using var stream = new MemoryStream();

        await client.DownloadAsync(
            ImageOutput.FromLink(new Uri("https://elsewhere.test/1.png")),
            ImageDestination.Stream(stream),
            cancellationToken: Token);
        await models.ListAsync(Token);

        Assert.Empty(_told);
        Assert.Equal((1, 1), (service.Received.Count, lists.Received.Count));
    }

    [Fact]
    public async Task An_awaited_hook_holds_the_attempt_back()
    {
        var written = new TaskCompletionSource();
        using var service = new ScriptedService().Reply(200, PaidCall.Made);

        var call = PaidCall.MakeAsync(service, options => options.BeforeSending = (_, _) => new(written.Task));

        Assert.Equal((0, false), (service.Attempts, call.IsCompleted));
        written.SetResult();
        await call;
        Assert.Equal(1, service.Attempts);
    }

    [Fact]
    public void A_test_can_make_a_context_with_the_figures_of_its_request()
    {
        var context = new ImageSendingContext(Fox);

        Assert.Equal((1, 3, null), (context.Attempt, context.Images, context.ClientRequestId));
        Assert.Throws<ArgumentNullException>(() => new ImageSendingContext(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageSendingContext(Fox) { Attempt = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageSendingContext(Fox) { Images = 0 });
    }

    private static Task CallAsync(OpenAIImageClient client, string operation, ImageRequest request) => operation switch
    {
        "Generate" => client.GenerateAsync((GenerateImageRequest)request, Token),
        "Edit" => client.EditAsync((EditImageRequest)request, Token),
        "CreateVariation" => client.CreateVariationAsync((CreateVariationRequest)request, Token),
        "GenerateStreaming" => client.GenerateStreamingAsync((GenerateImageRequest)request, Token)
            .CountAsync(Token).AsTask(),
        _ => client.EditStreamingAsync((EditImageRequest)request, Token).CountAsync(Token).AsTask(),
    };

    private ValueTask Note(ImageSendingContext context, CancellationToken cancellationToken)
    {
        _told.Add(context);

        return default;
    }

    private sealed class NotingLimiter(List<string> order) : System.Threading.RateLimiting.RateLimiter
    {
        public override TimeSpan? IdleDuration => null;

        public override System.Threading.RateLimiting.RateLimiterStatistics? GetStatistics() => null;

        protected override System.Threading.RateLimiting.RateLimitLease AttemptAcquireCore(int permitCount)
            => throw new NotSupportedException();

        protected override ValueTask<System.Threading.RateLimiting.RateLimitLease> AcquireAsyncCore(
            int permitCount, CancellationToken cancellationToken)
        {
            order.Add("turn");

            return new(new Lease());
        }

        private sealed class Lease : System.Threading.RateLimiting.RateLimitLease
        {
            public override bool IsAcquired => true;

            public override IEnumerable<string> MetadataNames => [];

            public override bool TryGetMetadata(string metadataName, out object? metadata)
            {
                metadata = null;

                return false;
            }
        }
    }
}
