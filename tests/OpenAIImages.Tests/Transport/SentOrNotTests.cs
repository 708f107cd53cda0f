using OpenAIImages.Tests.Support;
using OpenAIImages.Transport;

namespace OpenAIImages.Tests.Transport;

/// <summary>The content of a request knows whether the request was sent, also if a handler has read it.</summary>
public sealed class SentOrNotTests
{
    private const string Reply = """{"created":1713833628,"data":[{"b64_json":"iVBORw=="}]}""";

    private static readonly GenerateImageRequest Request = new("a red fox") { Model = "gpt-image-2" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_content_that_a_handler_read_still_counts_as_sent()
    {
        using var service = new ScriptedService().LoseConnection();

        var fault = await Assert.ThrowsAsync<ImageTransportException>(
            () => GenerateAsync(service, isRead: true));

        Assert.Equal((1, true), (service.Attempts, fault.MayHaveBeenBilled));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_attempt_sends_the_same_bytes(bool isRead)
    {
        const string soon = "retry-after-ms: 1";
        using var service = new ScriptedService().FailToConnect().Refuse(429, "slow_down", soon).Reply(200, Reply);

        var result = await GenerateAsync(service, isRead);

        Assert.Single(result.Images);
        Assert.Equal(2, service.Bodies.Count);
        Assert.All(service.Bodies, body => Assert.Equal("""{"prompt":"a red fox","model":"gpt-image-2"}""", body));
    }

    private static async Task<ImageResult> GenerateAsync(ScriptedService service, bool isRead)
    {
        var clock = new WaitingClock();
        var options = new ImageClientOptions
        {
            ApiKey = "sk-test-0123456789",
            Endpoint = new Uri("https://fake.test/v1"),
            TimeProvider = clock,
        };
        HttpMessageHandler handler = new ResilienceHandler(() => options, null, () => 0)
        {
            InnerHandler = HttpPipeline.CreateInnermost(() => options, service),
        };
        using var http = new HttpClient(isRead ? new Reader { InnerHandler = handler } : handler);
        using var client = new OpenAIImageClient(() => http, () => options, null);

        return await clock.RunAsync(client.GenerateAsync(Request, Token));
    }

    // Reads the content of a request, as a handler that logs does.
    private sealed class Reader : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.NotEmpty(await request.Content!.ReadAsStringAsync(cancellationToken));

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
