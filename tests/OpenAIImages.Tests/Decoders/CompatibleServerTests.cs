using System.Net;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Decoders;

/// <summary>Each test holds a body that a server other than OpenAI's sends.</summary>
public sealed class CompatibleServerTests
{
    private static readonly GenerateImageRequest Fox = new("a red fox");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LocalAI_adds_an_id_and_links_to_its_own_host()
    {
        var result = await AskAsync(
            """{"created":1,"id":"x","data":[{"embedding":null,"index":0,"url":"http://localhost:8080/a.png"}]}""");

        Assert.Equal("http://localhost:8080/a.png", result.Images[0].Link!.AbsoluteUri);
        Assert.Equal("x", result.Extra["id"].GetString());
    }

    [Fact]
    public async Task Stable_diffusion_cpp_sends_no_usage()
    {
        var result = await AskAsync("""{"created":1,"data":[{"b64_json":"QUJD"}],"output_format":"png"}""");

        Assert.Null(result.Usage);
        Assert.Single(result.Images);
    }

    [Theory]
    [InlineData(400, """{"error":"prompt required"}""", "prompt required")]
    [InlineData(500, """{"error":"server_error","message":"out of memory"}""", "out of memory")]
    public async Task Stable_diffusion_cpp_writes_errors_as_strings(int status, string body, string reason)
        => Assert.Equal(reason, (await RefusalAsync(status, body)).Reason);

    [Fact]
    public async Task VLLM_writes_missing_members_as_null()
    {
        var result = await AskAsync(
            """
            {"created":1,"data":[{"b64_json":"QUJD","url":null,"revised_prompt":null}],"output_format":null,"size":null}
            """);

        Assert.Null(result.Size);
        Assert.Null(result.Images[0].Link);
        Assert.Empty(result.Extra);
    }

    [Theory]
    [InlineData(422, """{"detail":[{"loc":["body","n"],"msg":"too many","type":"value_error"}]}""", "too many")]
    [InlineData(400, """{"detail":"no such model"}""", "no such model")]
    public async Task VLLM_writes_errors_as_details(int status, string body, string reason)
        => Assert.Contains(reason, (await RefusalAsync(status, body)).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task VLLM_can_reply_with_an_image_file()
    {
        var picture = Bodies.Picture(5_000);
        using var client = new FakeService().Replies(HttpStatusCode.OK, picture).CreateClient();

        Assert.Equal(picture, (await client.GenerateAsync(Fox, Token)).Images[0].Bytes.ToArray());
    }

    [Fact]
    public async Task LiteLLM_sends_zero_tokens_and_hidden_parameters()
    {
        var result = await AskAsync(
            """
            {"created":1,"background":null,"quality":null,"data":[{"b64_json":"QUJD","url":null}],
             "usage":{"input_tokens":0,"output_tokens":0,"total_tokens":0,"prompt_tokens":4},"_hidden_params":{"a":1}}
            """);

        Assert.Equal(0, result.Usage!.TotalTokens);
        Assert.True(result.Extra.ContainsKey("_hidden_params"));
    }

    [Fact]
    public async Task LiteLLM_writes_the_status_as_the_code()
        => Assert.Equal(
            "400", (await RefusalAsync(400, """{"error":{"message":"m","type":"None","code":"400"}}""")).Code);

    [Fact]
    public async Task XAI_may_send_no_image_and_a_cost_in_ticks()
    {
        var blocked = await AskAsync("""{"data":[],"usage":{"cost_in_usd_ticks":200000}}""");
        var partly = await AskAsync("""{"data":[{"respect_moderation":false},{"b64_json":"/9j/4AAQ"}]}""");

        Assert.Empty(blocked.Images);
        Assert.Equal(200000, blocked.Usage!.Extra["cost_in_usd_ticks"].GetInt32());
        Assert.True(partly.Images[0].IsWithheld);
        Assert.Equal(ImageMediaType.Jpeg, partly.Images[1].MediaType);
    }

    [Fact]
    public async Task Together_names_its_model_and_sends_no_time()
    {
        var result = await AskAsync(
            """{"id":"i","model":"flux","object":"list","data":[{"index":0,"b64_json":"QUJD","type":"b64_json"}]}""");

        Assert.Null(result.Created);
        Assert.Equal(["id", "model", "object"], result.Extra.Keys);
        Assert.Equal(["index", "type"], result.Images[0].Extra.Keys);
    }

    [Fact]
    public async Task Together_accepts_extra_fields_such_as_width()
    {
        var service = new FakeService().Replies(HttpStatusCode.OK, """{"data":[{"b64_json":"QUJD"}]}""");
        using var client = service.CreateClient();

        await client.GenerateAsync(
            Fox with { Extra = ExtraFields.Empty.With("width", 512).With("response_format", "base64") }, Token);

        Assert.Equal(
            """{"prompt":"a red fox","width":512,"response_format":"base64"}""", service.Received[0].Body);
    }

    [Fact]
    public async Task Gemini_writes_errors_as_an_array_with_a_numeric_code()
    {
        var refusal = await RefusalAsync(
            400, """[{"error":{"code":400,"message":"bad size","status":"INVALID_ARGUMENT"}}]""");

        Assert.Equal("400", refusal.Code);
        Assert.Equal("bad size", refusal.Reason);
    }

    [Fact]
    public async Task Volcengine_accepts_words_as_sizes()
    {
        var service = new FakeService().Replies(
            HttpStatusCode.OK, """{"created":1,"size":"2K","data":[{"url":"https://files.test/a.png"}]}""");
        using var client = service.CreateClient();

        var result = await client.GenerateAsync(Fox with { Extra = ExtraFields.Empty.With("size", "2K") }, Token);

        Assert.Null(result.Size);
        Assert.Equal("2K", result.Extra["size"].GetString());
    }

    [Fact]
    public async Task Resellers_reply_with_links_and_other_sizes()
    {
        var result = await AskAsync(
            """{"created":"1770935251000","data":[{"url":"https://files.test/a.png"}],"size":"1254x836"}""");

        Assert.Equal(new ImageSize(1_254, 836), result.Size);
        Assert.Equal(2026, result.Created!.Value.Year);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/octet-stream")]
    public async Task A_wrong_content_type_does_not_matter(string mediaType)
    {
        var service = new FakeService().Replies(HttpStatusCode.OK, """{"data":[{"b64_json":"QUJD"}]}""", mediaType);
        using var client = service.CreateClient();

        Assert.Single((await client.GenerateAsync(Fox, Token)).Images);
    }

    private static async Task<ImageResult> AskAsync(string body)
    {
        using var client = new FakeService().Replies(HttpStatusCode.OK, body).CreateClient();

        return await client.GenerateAsync(Fox, Token);
    }

    private static async Task<ImageApiException> RefusalAsync(int status, string body)
    {
        using var client = new FakeService().Replies((HttpStatusCode)status, body).CreateClient();

        return await Assert.ThrowsAnyAsync<ImageApiException>(() => client.GenerateAsync(Fox, Token));
    }
}
