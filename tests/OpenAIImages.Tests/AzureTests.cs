using System.Net;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests;

/// <summary>The client calls Azure OpenAI with both forms of its addresses, and reads its filters and errors.</summary>
public sealed class AzureTests
{
    private const string OneImage = """{"created":1,"data":[{"b64_json":"QUJD"}]}""";

    private static readonly GenerateImageRequest Fox = new("a red fox") { Model = "my-images" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://r.openai.azure.com")]
    [InlineData("https://r.openai.azure.com/")]
    [InlineData("https://r.openai.azure.com/openai")]
    [InlineData("https://r.openai.azure.com/openai/")]
    public async Task The_older_Azure_address_holds_the_deployment_and_api_key_holds_the_key(string endpoint)
    {
        var service = new FakeService().Replies(HttpStatusCode.OK, OneImage);
        using var client = service.CreateClient(options =>
        {
            options.Endpoint = new Uri(endpoint);
            options.Azure.Deployment = "my-images/x";
            options.Azure.ApiVersion = "2025-04-01-preview";
        });

        await client.GenerateAsync(Fox, Token);

        var (message, body) = Assert.Single(service.Received);
        Assert.Equal(
            "https://r.openai.azure.com/openai/deployments/my-images%2Fx/images/generations" +
                "?api-version=2025-04-01-preview",
            message.RequestUri!.AbsoluteUri);
        Assert.Equal([FakeService.Key], message.Headers.GetValues("api-key"));
        Assert.Null(message.Headers.Authorization);
        Assert.Contains("\"model\":\"my-images\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newer_Azure_address_holds_no_deployment()
    {
        var service = new FakeService().Replies(HttpStatusCode.OK, OneImage);
        using var client = service.CreateClient(options =>
        {
            options.Endpoint = new Uri("https://r.services.ai.azure.com/openai/v1/");
            options.Azure.ApiVersion = "preview";
        });

        await client.GenerateAsync(Fox, Token);

        var message = service.Received[0].Message;
        Assert.Equal(
            "https://r.services.ai.azure.com/openai/v1/images/generations?api-version=preview",
            message.RequestUri!.AbsoluteUri);
        Assert.Equal([FakeService.Key], message.Headers.GetValues("api-key"));
    }

    [Fact]
    public async Task An_Entra_token_is_sent_as_a_bearer_token()
    {
        var service = new FakeService().Replies(HttpStatusCode.OK, OneImage);
        using var client = service.CreateClient(options =>
        {
            options.Endpoint = new Uri("https://r.openai.azure.com/openai/v1/");
            options.ApiKey = null;
            options.TokenProvider = _ => new ValueTask<string>("entra-token");
        });

        await client.GenerateAsync(Fox, Token);

        Assert.Equal("Bearer entra-token", service.Received[0].Message.Headers.Authorization!.ToString());
        Assert.False(service.Received[0].Message.Headers.Contains("api-key"));
    }

    [Fact]
    public async Task KeyHeader_names_the_only_header_that_holds_the_key()
    {
        var service = new FakeService().Replies(HttpStatusCode.OK, OneImage);
        using var client = service.CreateClient(options => options.KeyHeader = "x-api-key");

        await client.GenerateAsync(Fox, Token);

        Assert.Equal([FakeService.Key], service.Received[0].Message.Headers.GetValues("x-api-key"));
        Assert.Null(service.Received[0].Message.Headers.Authorization);
    }

    [Fact]
    public async Task Content_filter_results_of_an_image_are_typed()
    {
        var service = new FakeService().Replies(
            HttpStatusCode.OK,
            """
            {"created":1698116662,"data":[{"url":"https://files.test/a.png","revised_prompt":"a fox",
              "content_filter_results":{"violence":{"filtered":false,"severity":"low"}},
              "prompt_filter_results":{"jailbreak":{"detected":false,"filtered":false},
                "custom_blocklists":{"filtered":false,"details":[]}}}]}
            """);
        using var client = service.CreateClient();

        var image = (await client.GenerateAsync(Fox, Token)).Images[0];

        Assert.Equal(
            new ImageContentFilterResult("violence") { Severity = "low" }, Assert.Single(image.ContentFilterResults));
        Assert.Equal(["jailbreak", "custom_blocklists"], image.PromptFilterResults.Select(filter => filter.Category));
        Assert.False(image.PromptFilterResults[0].IsDetected);
        Assert.Empty(image.Extra);
    }

    [Theory]
    [InlineData(
        """
        {"error":{"code":"content_policy_violation","message":"m","type":"invalid_request_error","param":null,
         "inner_error":{"code":"ResponsibleAIPolicyViolation",
           "content_filter_results":{"violence":{"filtered":true,"severity":"medium"}}}}}
        """)]
    [InlineData("""{"created":1698435368,"error":{"code":"contentFilter","message":"Your task failed."}}""")]
    public async Task A_filtered_prompt_is_an_ImageModerationException(string body)
    {
        using var client = new FakeService().Replies(HttpStatusCode.BadRequest, body).CreateClient();

        await Assert.ThrowsAsync<ImageModerationException>(() => client.GenerateAsync(Fox, Token));
    }

    [Fact]
    public void A_deployment_without_an_ApiVersion_is_a_configuration_fault()
    {
        var options = new ImageClientOptions { ApiKey = "k", Azure = { Deployment = "d" } };

        var fault = Assert.Throws<ImageConfigurationException>(
            () => new OpenAIImageClient(options));

        Assert.Contains("ApiVersion", fault.Message, StringComparison.Ordinal);
    }
}
