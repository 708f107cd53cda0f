using System.Net;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Settings;

/// <summary>The client chooses the model of a request that names no model.</summary>
public sealed class DefaultModelTests
{
    private const string OneImage = """{"data":[{"b64_json":"iVBORw0KGgo="}]}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://api.openai.com/v1/", null, "gpt-image-2")]
    [InlineData("https://eu.api.openai.com/v1/", null, "gpt-image-2")]
    [InlineData("https://api.openai.com/v1/", "gpt-image-2.6-flare", "gpt-image-2.6-flare")]
    [InlineData("https://local.test/v1/", null, null)]
    [InlineData("https://local.test/v1/", "flux", "flux")]
    [InlineData("https://r.openai.azure.com/openai/v1/", null, null)]
    public async Task The_options_give_the_model_and_OpenAI_has_a_default_model(
        string endpoint, string? model, string? sent)
    {
        var service = new FakeService().Replies(HttpStatusCode.OK, OneImage);
        using var client = service.CreateClient(options =>
        {
            options.Endpoint = new Uri(endpoint);
            options.Model = model;
        });

        await client.GenerateAsync("a fox", Token);

        Assert.Equal(
            sent is null ? """{"prompt":"a fox"}""" : $$"""{"prompt":"a fox","model":"{{sent}}"}""",
            service.Received[0].Body);
    }

    [Fact]
    public async Task The_model_of_a_request_counts_more_than_that_of_the_options()
    {
        var service = new FakeService().Replies(HttpStatusCode.OK, OneImage);
        using var client = service.CreateClient(options => options.Model = "flux");

        await client.GenerateAsync(new GenerateImageRequest("a fox") { Model = "sana" }, Token);

        Assert.Equal("""{"prompt":"a fox","model":"sana"}""", service.Received[0].Body);
    }

    [Fact]
    public async Task A_failure_for_a_missing_model_names_the_option()
    {
        using var client = new FakeService()
            .Replies(HttpStatusCode.BadRequest, """{"error":{"message":"Field required","param":"model"}}""")
            .CreateClient(options => options.Endpoint = new Uri("https://local.test/v1/"));

        var refused = await Assert.ThrowsAsync<ImageApiException>(() => client.GenerateAsync("a fox", Token));

        Assert.Contains("no model was sent, since local.test is not OpenAI: set Model", refused.Message);
    }

    [Fact]
    public async Task A_failure_for_a_model_that_was_sent_does_not_name_the_option()
    {
        using var client = new FakeService()
            .Replies(HttpStatusCode.BadRequest, """{"error":{"message":"No such model","param":"model"}}""")
            .CreateClient(options => options.Model = "flux");

        var refused = await Assert.ThrowsAsync<ImageApiException>(() => client.GenerateAsync("a fox", Token));

        Assert.DoesNotContain("no model was sent", refused.Message);
    }
}
