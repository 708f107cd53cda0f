using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenAIImages.Tests.Support;
using RichardSzalay.MockHttp;

namespace OpenAIImages.Tests;

public sealed class ModelClientTests : IDisposable
{
    private const string Key = "sk-test-0123456789abcdef";

    private const string Json = "application/json";

    private static readonly DateTimeOffset Shutdown = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly MockHttpMessageHandler _service = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task The_list_holds_each_model_with_its_shutdown_date()
    {
        _service
            .Expect(HttpMethod.Get, "https://fake.test/v1/models")
            .WithHeaders("Authorization", $"Bearer {Key}")
            .Respond(Json, """
                {
                  "object": "list",
                  "data": [
                    {
                      "id": "gpt-image-1.5", "object": "model", "created": 1765843200, "owned_by": "system",
                      "shutdown_date": "2026-12-01", "replacement": "gpt-image-2"
                    },
                    { "id": "gpt-image-2", "shutdown_date": null },
                    { "id": "odd", "created": "long ago", "shutdown_date": "soon" }
                  ]
                }
                """);
        using var client = Client();

        var models = await client.ListAsync(Token);

        Assert.Equal(["gpt-image-1.5", "gpt-image-2", "odd"], models.Select(model => model.Id.ToString()));
        Assert.Equal([Shutdown, null, null], models.Select(model => model.ShutdownDate));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1765843200), models[0].Created);
        Assert.Equal("system", models[0].OwnedBy);
        Assert.Equal("gpt-image-2", models[0].Extra["replacement"].GetString());
        Assert.Equal(new ImageServiceModel(ImageModel.GptImage2), models[1]);
        Assert.Equal(["created", "shutdown_date"], models[2].Extra.Keys);
    }

    [Theory]
    [InlineData("gpt-image-2", "https://fake.test/v1/models/gpt-image-2")]
    [InlineData("org/my model", "https://fake.test/v1/models/org/my%20model")]
    [InlineData("ft:a?b#c", "https://fake.test/v1/models/ft%3Aa%3Fb%23c")]
    public async Task A_model_is_requested_by_its_name(string name, string address)
    {
        Uri? asked = null;
        _service.When("*").Respond(message =>
        {
            asked = message.RequestUri;

            return Reply(HttpStatusCode.OK, """{"id":"gpt-image-2"}""");
        });
        using var client = Client();

        var model = await client.GetAsync(name, Token);

        Assert.Equal(ImageModel.GptImage2, model.Id);
        Assert.Equal(address, asked!.AbsoluteUri);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../files")]
    [InlineData("a//b")]
    [InlineData("/a")]
    public async Task A_model_name_that_leads_to_another_address_is_refused(string name)
    {
        using var client = Client();

        await Assert.ThrowsAsync<ArgumentException>("model", () => client.GetAsync(name, Token));
    }

    [Theory]
    [InlineData("https://res.openai.azure.com", "https://res.openai.azure.com/openai/models?api-version=2025-04-01")]
    [InlineData(
        "https://res.openai.azure.com/openai", "https://res.openai.azure.com/openai/models?api-version=2025-04-01")]
    public async Task Azure_models_are_listed_at_the_address_of_the_resource(string endpoint, string address)
    {
        _service.Expect(HttpMethod.Get, address).WithHeaders("api-key", Key).Respond(Json, """{"data":[]}""");
        using var client = Client(options =>
        {
            options.Endpoint = new Uri(endpoint);
            options.Azure.Deployment = "pictures";
            options.Azure.ApiVersion = "2025-04-01";
        });

        Assert.Empty(await client.ListAsync(Token));
        _service.VerifyNoOutstandingExpectation();
    }

    [Theory]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(500)]
    [InlineData(429)]
    public async Task A_transient_failure_is_repeated_since_the_call_is_free(int status)
    {
        _service.Expect("*").Respond((HttpStatusCode)status, [new("retry-after-ms", "0")], "text/plain", "");
        _service.Expect("*").Respond(Json, """{"data":[]}""");
        using var client = Client(options => options.MaxRetries = 1);

        Assert.Empty(await client.ListAsync(Token));
        _service.VerifyNoOutstandingExpectation();
    }

    [Fact]
    public async Task A_lost_connection_is_repeated_since_the_call_is_free()
    {
        var clock = new WaitingClock();
        _service.Expect("*").Throw(new HttpRequestException("gone"));
        _service.Expect("*").Respond(Json, """{"data":[]}""");
        using var client = Client(options => (options.MaxRetries, options.TimeProvider) = (1, clock));

        Assert.Empty(await clock.RunAsync(client.ListAsync(Token)));
        _service.VerifyNoOutstandingExpectation();
    }

    [Fact]
    public async Task A_lost_connection_is_transient_and_not_billed()
    {
        _service.When("*").Throw(new HttpRequestException("gone"));
        using var client = Client();

        var lost = await Assert.ThrowsAsync<ImageTransportException>(() => client.ListAsync(Token));

        Assert.False(lost.MayHaveBeenBilled);
        Assert.True(lost.IsTransient);
    }

    [Fact]
    public async Task A_model_that_does_not_exist_is_an_ImageApiException()
    {
        _service.When("*").Respond(HttpStatusCode.NotFound, Json, """
            {"error":{"message":"The model `x` does not exist","type":"invalid_request_error","param":null,
            "code":"model_not_found"}}
            """);
        using var client = Client(options => options.MaxRetries = 2);

        var refused = await Assert.ThrowsAsync<ImageApiException>(() => client.GetAsync("x", Token));

        Assert.Equal((HttpStatusCode.NotFound, "model_not_found"), (refused.Status, refused.Code));
        Assert.False(refused.MayHaveBeenBilled);
    }

    [Fact]
    public async Task A_wrong_key_is_an_ImageAuthenticationException_without_the_key()
    {
        _service.When("*").Respond(HttpStatusCode.Unauthorized, Json, $$$"""
            {"error":{"message":"Incorrect API key provided: {{{Key}}}","code":"invalid_api_key"}}
            """);
        using var client = Client();

        var refused = await Assert.ThrowsAsync<ImageAuthenticationException>(() => client.ListAsync(Token));

        Assert.DoesNotContain(Key, refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html></html>", null, "is a web page")]
    [InlineData("{", null, "not JSON")]
    [InlineData("", null, "not JSON")]
    [InlineData("[]", "data", "no list of models")]
    [InlineData("""{"data":{}}""", "data", "no list of models")]
    [InlineData("""{"data":[{"id":"a"},{"name":"b"}]}""", "data[1].id", "data[1].id is not the name")]
    [InlineData("""{"data":[{"id":" "}]}""", "data[0].id", "data[0].id is not the name")]
    [InlineData("""{"data":["a"]}""", "data[0].id", "data[0].id is not the name")]
    public async Task A_reply_without_a_list_is_an_exception_that_names_the_member(
        string body, string? member, string message)
    {
        _service.When("*").Respond(Json, body);
        using var client = Client();

        var failed = await Assert.ThrowsAsync<ImageDecodeException>(() => client.ListAsync(Token));

        Assert.Equal(member, failed.Member);
        Assert.Contains(message, failed.Message, StringComparison.Ordinal);
        Assert.False(failed.MayHaveBeenBilled);
    }

    [Fact]
    public async Task A_reply_of_more_than_4_MiB_is_refused()
    {
        _service.When("*").Respond(Json, $$"""{"data":[],"more":"{{new string('x', 5_000_000)}}"}""");
        using var client = Client();

        var failed = await Assert.ThrowsAsync<ImageDecodeException>(() => client.ListAsync(Token));

        Assert.Contains("larger than 4194304 bytes", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_a_successful_reply_is_thrown()
    {
        _service.When("*").Respond(Json, """{"error":{"message":"No.","code":"insufficient_quota"}}""");
        using var client = Client();

        var refused = await Assert.ThrowsAnyAsync<ImageApiException>(() => client.GetAsync("x", Token));

        Assert.Equal("insufficient_quota", refused.Code);
    }

    [Fact]
    public async Task A_cancelled_call_is_an_ordinary_cancellation()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        _service.When("*").Respond(async () =>
        {
            await cancel.CancelAsync();
            cancel.Token.ThrowIfCancellationRequested();

            return Reply(HttpStatusCode.OK, "{}");
        });
        using var client = Client();

        var canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ListAsync(cancel.Token));

        Assert.IsNotType<ImageCallCanceledException>(canceled);
    }

    [Fact]
    public async Task A_container_holds_a_model_client_for_each_image_client()
    {
        _service.When("https://one.test/v1/models").Respond(Json, """{"data":[{"id":"one"}]}""");
        _service.When("https://two.test/v1/models").Respond(Json, """{"data":[{"id":"two"}]}""");
        var services = new ServiceCollection();
        services.AddImageClient(options => Set(options, "https://one.test/v1/"))
            .ConfigurePrimaryHttpMessageHandler(() => _service);
        services.AddImageClient("other", options => Set(options, "https://two.test/v1/"))
            .ConfigurePrimaryHttpMessageHandler(() => _service);
        await using var provider = services.BuildServiceProvider();

        var one = await provider.GetRequiredService<IImageModelClient>().ListAsync(Token);
        var two = await provider.GetRequiredKeyedService<IImageModelClient>("other").ListAsync(Token);

        Assert.Equal("one", one[0].Id.ToString());
        Assert.Equal("two", two[0].Id.ToString());

        static void Set(ImageClientOptions options, string endpoint)
            => (options.ApiKey, options.Endpoint) = (Key, new Uri(endpoint));
    }

    [Fact]
    public void Wrong_arguments_of_the_constructors_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new OpenAIImageModelClient(" "));
        Assert.Throws<ArgumentNullException>(() => new OpenAIImageModelClient((ImageClientOptions)null!));
        Assert.Throws<ArgumentNullException>(
            "handler", () => new OpenAIImageModelClient(new ImageClientOptions(), null!));
        Assert.Throws<ImageConfigurationException>(
            () => new OpenAIImageModelClient(new ImageClientOptions { ApiKey = Key, MaxRetries = -1 }));
        Assert.Throws<ArgumentException>("id", () => new ImageServiceModel(default));
    }

    private static HttpResponseMessage Reply(HttpStatusCode status, string body)
        => new(status) { Content = new StringContent(body, null, Json) };

    private OpenAIImageModelClient Client(Action<ImageClientOptions>? configure = null)
    {
        var options = new ImageClientOptions
        {
            ApiKey = Key,
            Endpoint = new Uri("https://fake.test/v1/"),
            MaxRetries = 0,
        };
        configure?.Invoke(options);

        return new OpenAIImageModelClient(options, _service);
    }
}
