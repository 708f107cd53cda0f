using System.Net;
using System.Text.Json.Nodes;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests;

public sealed class GenerateAsyncTests
{
    private const string OneImage = """{"created":1713833628,"data":[{"b64_json":"iVBORw=="}]}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_sends_only_what_its_request_sets()
    {
        var service = new FakeService().Replies(HttpStatusCode.OK, OneImage);
        using var client = service.CreateClient();

        await client.GenerateAsync(new GenerateImageRequest("a red fox") { Model = "gpt-image-2", Count = 2 }, Token);

        var (message, body) = Assert.Single(service.Received);
        Assert.Equal(HttpMethod.Post, message.Method);
        Assert.Equal("https://fake.test/v1/images/generations", message.RequestUri!.AbsoluteUri);
        Assert.Equal($"Bearer {FakeService.Key}", message.Headers.Authorization!.ToString());
        Assert.Equal("application/json", message.Headers.Accept.ToString());
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{ "prompt": "a red fox", "model": "gpt-image-2", "n": 2 }"""), JsonNode.Parse(body)));
    }

    [Fact]
    public async Task A_prompt_alone_is_sent_with_a_current_model_of_OpenAI()
    {
        var service = new FakeService().Replies(HttpStatusCode.OK, OneImage);
        using var client = service.CreateClient(
            options => options.Endpoint = new Uri("https://api.openai.com/v1/"));

        await client.GenerateAsync("一只可爱的猫在草地上玩耍", Token);

        Assert.Equal("""{"prompt":"一只可爱的猫在草地上玩耍","model":"gpt-image-2"}""", service.Received[0].Body);
    }

    [Fact]
    public async Task A_result_holds_the_bytes_of_each_image()
    {
        using var client = new FakeService().Replies(HttpStatusCode.OK, OneImage).CreateClient();

        var result = await client.GenerateAsync(new GenerateImageRequest("a red fox"), Token);

        var image = Assert.Single(result.Images);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], image.Bytes.ToArray());
        Assert.Equal(ImageMediaType.Png, image.MediaType);
        Assert.Null(image.Link);
    }

    [Fact]
    public async Task A_result_holds_the_request_id_and_the_rate_limits()
    {
        var service = new FakeService().Replies(() => new HttpResponseMessage
        {
            Content = new StringContent(OneImage),
            Headers =
            {
                { "x-request-id", "req_1" },
                { "x-ratelimit-limit-images", "5" },
                { "x-ratelimit-remaining-images", "4" },
                { "x-ratelimit-reset-images", "12s" },
            },
        });
        using var client = service.CreateClient();

        var result = await client.GenerateAsync(new GenerateImageRequest("a red fox"), Token);

        Assert.Equal("req_1", result.RequestId);
        var limit = Assert.Single(result.RateLimits!.Dimensions);
        Assert.Equal(("images", 5L, 4L), (limit.Dimension, limit.Limit, limit.Remaining));
        Assert.Equal(TimeSpan.FromSeconds(12), limit.ResetAfter);
    }

    [Theory]
    [InlineData(400, "moderation_blocked")]
    [InlineData(401, "invalid_api_key")]
    [InlineData(429, "insufficient_quota")]
    public async Task A_failed_reply_is_an_exception_with_the_code_of_the_service(int status, string code)
    {
        var refusal = new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = "No, a red fox!" } };
        using var client = new FakeService().Replies((HttpStatusCode)status, refusal.ToJsonString()).CreateClient();

        var refused = await Assert.ThrowsAnyAsync<ImageApiException>(
            () => client.GenerateAsync(new GenerateImageRequest("a red fox"), Token));

        Assert.Equal(code, refused.Code);
        Assert.DoesNotContain("red fox", refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(FakeService.Key, refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("{}", "data")]
    [InlineData("<html><body>Welcome</body></html>", null)]
    [InlineData("""{"created":1,"data":[{"b64_json":"not base64!"}]}""", "data[0].b64_json")]
    public async Task An_unreadable_reply_is_an_exception_that_names_the_member(string body, string? member)
    {
        using var client = new FakeService().Replies(HttpStatusCode.OK, body).CreateClient();

        var failed = await Assert.ThrowsAsync<ImageDecodeException>(
            () => client.GenerateAsync(new GenerateImageRequest("a red fox"), Token));

        Assert.Equal(member, failed.Member);
    }

    [Fact]
    public async Task A_call_whose_destination_cannot_be_written_sends_nothing()
    {
        var service = new FakeService();
        using var client = service.CreateClient();
        var nowhere = ImageDestination.File("/no/such/directory/cat.png");

        await Assert.ThrowsAsync<ImageDestinationException>(
            () => client.GenerateAsync(new GenerateImageRequest("a red fox"), nowhere, Token));

        Assert.Empty(service.Received);
    }

    [Fact]
    public async Task A_missing_request_is_refused_by_name()
    {
        using var client = new FakeService().CreateClient();

        var request = await Assert.ThrowsAsync<ArgumentNullException>(
            () => client.GenerateAsync((GenerateImageRequest)null!, Token));

        Assert.Equal("request", request.ParamName);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_beforehand_sends_nothing()
    {
        var service = new FakeService();
        using var client = service.CreateClient();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.GenerateAsync(new GenerateImageRequest("a red fox"), new CancellationToken(canceled: true)));

        Assert.Empty(service.Received);
    }
}
