using System.Net;
using RichardSzalay.MockHttp;

namespace OpenAIImages.Tests;

/// <summary>The public constructors, without a container.</summary>
public sealed class OwnHandlerTests
{
    private const string OneImage = """{"data":[{"b64_json":"iVBORw0KGgo="}]}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_custom_handler_sends_the_key_and_outlives_the_client()
    {
        using var handler = new MockHttpMessageHandler();
        handler
            .When(HttpMethod.Post, "https://service.test/v1/images/generations")
            .WithHeaders("Authorization", "Bearer sk-test-0123456789")
            .Respond("application/json", OneImage);
        var options = new ImageClientOptions
        {
            ApiKey = "sk-test-0123456789",
            Endpoint = new Uri("https://service.test/v1/"),
        };

        for (var client = 0; client < 2; client++)
        {
            using var images = new OpenAIImageClient(options, handler);
            Assert.Single((await images.GenerateAsync("a fox", Token)).Images);
        }
    }

    [Fact]
    public async Task A_custom_handler_is_called_again_for_each_retry()
    {
        using var handler = new MockHttpMessageHandler();
        handler.Expect("*").Respond(HttpStatusCode.ServiceUnavailable, [new("retry-after-ms", "0")], "text/plain", "");
        handler.Expect("*").Respond("application/json", OneImage);
        using var images = new OpenAIImageClient(
            new ImageClientOptions { ApiKey = "any", Endpoint = new Uri("https://service.test/v1/") }, handler);

        Assert.Single((await images.GenerateAsync("a fox", Token)).Images);
        handler.VerifyNoOutstandingExpectation();
    }

    [Fact]
    public async Task A_missing_assembly_is_named_and_is_no_fault_of_the_network()
    {
        var missing = new FileNotFoundException("Could not load file or assembly 'Some.Assembly'.", "Some.Assembly");
        using var handler = new ThrowingHandler(missing);
        using var images = new OpenAIImageClient(
            new ImageClientOptions { ApiKey = "any", Endpoint = new Uri("https://service.test/v1/") }, handler);

        var thrown = await Record.ExceptionAsync(() => images.GenerateAsync("a fox", Token));

        Assert.Same(missing, thrown);
        Assert.Equal(1, handler.Requests);
    }

    [Fact]
    public void A_client_without_a_handler_or_without_options_is_refused()
    {
        Assert.Throws<ArgumentNullException>(
            "handler", () => new OpenAIImageClient(new ImageClientOptions { ApiKey = "any" }, null!));
        Assert.Throws<ArgumentNullException>(() => new OpenAIImageClient((ImageClientOptions)null!));
    }

    private sealed class ThrowingHandler(Exception fault) : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;

            return Task.FromException<HttpResponseMessage>(fault);
        }
    }
}
