using System.Net;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.ErrorReplies;

/// <summary>The client finds the messages and codes of gateways and other servers in replies of every form.</summary>
public sealed class GatewayWordsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("[ERROR] model is loading", "[ERROR] model is loading")]
    [InlineData("{'error': 'model is loading'}", "{'error': 'model is loading'}")]
    [InlineData("{model is loading}", "{model is loading}")]
    [InlineData("event: error\ndata: {\"error\":{\"message\":\"model is loading\"}}\n\n", "model is loading")]
    [InlineData("data: {\"error\":{\"message\":\n\ndata: \"model is loading\"}}\n\n", null)]
    public async Task Text_that_only_begins_like_JSON_is_kept(string body, string? reason)
    {
        var refused = await RefusalAsync(400, body);

        Assert.Equal(reason, refused.Reason);
    }

    [Theory]
    [InlineData("""{"code":7,"error":"no paint"}""", "7", "no paint")]
    [InlineData("""{"error":{"message":"502: {\"message\":\"no paint\",\"code\":\"x\"}"}}""", "x", "no paint")]
    [InlineData("{\"error\":{\"message\":\"no\npaint\",\"code\":\"z\"}}", "z", "no paint")]
    [InlineData("{\"code\":NaN,\"error\":{\"message\":\"no\tpaint\",\"code\":\"z\"}}", "z", "no paint")]
    [InlineData("""{"error":{"message":"a {brace} and no JSON","code":"y"}}""", "y", "a {brace} and no JSON")]
    public async Task Codes_and_messages_are_found_where_gateways_put_them(string body, string code, string reason)
    {
        var refused = await RefusalAsync(400, body);

        Assert.Equal((code, reason), (refused.Code, refused.Reason));
    }

    [Theory]
    [InlineData("""{"code":"x","message":"m","request_id":"r-1"}""")]
    [InlineData("""{"error":{"message":"m","request_id":"r-1"}}""")]
    [InlineData("""{"error":{"message":"m"},"requestId":"r-1"}""")]
    public async Task A_request_id_is_read_from_the_body(string body)
        => Assert.Equal("r-1", (await RefusalAsync(400, body)).RequestId);

    [Theory]
    [InlineData(403, "insufficient_user_quota", typeof(ImageQuotaException))]
    [InlineData(400, "Arrearage", typeof(ImageQuotaException))]
    [InlineData(429, "exceeded_current_quota_error", typeof(ImageQuotaException))]
    [InlineData(400, "data_inspection_failed", typeof(ImageModerationException))]
    [InlineData(400, "InputTextSensitiveContentDetected", typeof(ImageModerationException))]
    [InlineData(403, "something_else", typeof(ImageAuthenticationException))]
    public async Task A_code_of_a_gateway_decides_the_exception_before_the_status(int status, string code, Type kind)
        => Assert.IsType(kind, await RefusalAsync(status, $"{{\"error\":{{\"code\":\"{code}\",\"message\":\"m\"}}}}"));

    [Theory]
    [InlineData(403, "Sorry, your account balance is insufficient")]
    [InlineData(400, "Insufficient balance")]
    [InlineData(429, "You exceeded your current quota, please check your plan.")]
    [InlineData(500, "Insufficient credits for this model")]
    public async Task Spent_credit_is_recognised_by_the_message_if_there_is_no_code(int status, string message)
    {
        var refused = await RefusalAsync(status, $"{{\"message\":\"{message}\"}}");

        Assert.IsType<ImageQuotaException>(refused);
        Assert.False(refused.MayHaveBeenBilled);
    }

    [Fact]
    public async Task A_code_counts_more_than_the_message()
        => Assert.IsType<ImageRateLimitException>(await RefusalAsync(
            429, """{"error":{"code":"rate_limit_exceeded","message":"Insufficient quota for this minute."}}"""));

    [Fact]
    public async Task A_challenge_page_is_not_an_authentication_failure()
    {
        var refused = await RefusalAsync(403, "<!DOCTYPE html><html><title>Just a moment...</title></html>");

        Assert.IsType<ImageApiException>(refused);
        Assert.Contains("Just a moment", refused.Message);
    }

    private static async Task<ImageApiException> RefusalAsync(int status, string body)
    {
        using var client = new FakeService().Replies((HttpStatusCode)status, body).CreateClient();

        return await Assert.ThrowsAnyAsync<ImageApiException>(
            () => client.GenerateAsync(new GenerateImageRequest("a red fox") { Model = "gpt-image-2" }, Token));
    }
}
