using System.Net;
using OpenAIImages.Tests.Support;
using RichardSzalay.MockHttp;

namespace OpenAIImages.Tests;

/// <summary>The public constructors make clients that call a service without a container.</summary>
[Collection(nameof(Alone))]
public sealed class ConstructorTests : IAsyncDisposable
{
    private const string Key = "sk-environment-0123456789";
    private const string OneImage = """{"data":[{"b64_json":"iVBORw0KGgo="}]}""";

    private static readonly string[] Variables =
        ["OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"];

    private readonly LoopbackServer _service = new LoopbackServer().RepliesAlways("200 OK", body: OneImage);
    private readonly string?[] _before = [.. Variables.Select(Environment.GetEnvironmentVariable)];

    public ConstructorTests()
    {
        string?[] values = [Key, _service.Endpoint.AbsoluteUri, "org-environment", null];
        foreach (var (name, value) in Variables.Zip(values))
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        foreach (var (name, value) in Variables.Zip(_before))
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        await _service.DisposeAsync();
    }

    [Fact]
    public async Task A_client_without_arguments_uses_the_environment()
    {
        using var images = new OpenAIImageClient();

        var result = await images.GenerateAsync("a fox", Token);

        Assert.Single(result.Images);
        var request = Assert.Single(_service.Received);
        Assert.StartsWith("POST /v1/images/generations HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains($"Authorization: Bearer {Key}\r\n", request, StringComparison.Ordinal);
        Assert.Contains("OpenAI-Organization: org-environment\r\n", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_with_a_key_uses_the_environment_for_the_rest()
    {
        using var images = new OpenAIImageClient("sk-own-0123456789");

        var result = await images.GenerateAsync("a fox", Token);

        Assert.Single(result.Images);
        Assert.Contains(
            "Authorization: Bearer sk-own-0123456789\r\n", Assert.Single(_service.Received), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_with_options_calls_the_endpoint_of_the_options()
    {
        await using var other = new LoopbackServer().RepliesAlways("200 OK", body: OneImage);
        var options = new ImageClientOptions { ApiKey = "sk-own-0123456789", Endpoint = other.Endpoint };
        using var images = new OpenAIImageClient(options);
        options.ApiKey = "sk-later-0123456789";

        var result = await images.GenerateAsync("a fox", Token);

        Assert.Single(result.Images);
        Assert.Empty(_service.Received);
        var request = Assert.Single(other.Received);
        Assert.Contains("Authorization: Bearer sk-own-0123456789\r\n", request, StringComparison.Ordinal);
        Assert.DoesNotContain("environment", request, StringComparison.Ordinal);
    }

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

        var result = await images.GenerateAsync("a fox", Token);

        Assert.Single(result.Images);
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
    public void A_missing_or_wrong_argument_of_a_constructor_is_refused()
    {
        Assert.Throws<ArgumentNullException>(
            "handler", () => new OpenAIImageClient(new ImageClientOptions { ApiKey = "any" }, null!));
        Assert.Throws<ArgumentNullException>(() => new OpenAIImageClient((ImageClientOptions)null!));
        Assert.Throws<ArgumentException>(() => new OpenAIImageClient(" "));
        Assert.Throws<ImageConfigurationException>(
            () => new OpenAIImageClient(new ImageClientOptions { ApiKey = "any", MaxRetries = -1 }));
    }

    [Fact]
    public void A_client_without_a_key_in_the_environment_is_refused()
    {
        Environment.SetEnvironmentVariable("OPENAI_API_KEY", null);

        var refused = Assert.Throws<ImageConfigurationException>(() => new OpenAIImageClient());

        Assert.Contains("OPENAI_API_KEY", refused.Message, StringComparison.Ordinal);
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
