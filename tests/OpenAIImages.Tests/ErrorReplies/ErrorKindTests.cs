using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.ErrorReplies;

public sealed class ErrorKindTests
{
    [Theory]
    [InlineData(400, "moderation_blocked", "image_generation_user_error", typeof(ImageModerationException), true)]
    [InlineData(400, "content_policy_violation", "invalid_request_error", typeof(ImageModerationException), true)]
    [InlineData(400, "contentFilter", null, typeof(ImageModerationException), true)]
    [InlineData(429, "moderation_blocked", "requests", typeof(ImageModerationException), true)]
    [InlineData(403, "moderation_blocked", null, typeof(ImageModerationException), true)]
    [InlineData(400, "unknown_parameter", "invalid_request_error", typeof(ImageApiException), true)]
    [InlineData(400, "invalid_value", "image_generation_user_error", typeof(ImageApiException), true)]
    [InlineData(502, "empty_string", "invalid_request_error", typeof(ImageApiException), true)]
    [InlineData(502, "empty_array", "invalid_request_error", typeof(ImageApiException), true)]
    [InlineData(502, "integer_below_min_value", "invalid_request_error", typeof(ImageApiException), true)]
    [InlineData(502, "integer_above_max_value", "invalid_request_error", typeof(ImageApiException), true)]
    [InlineData(502, "invalid_input_fidelity_model", null, typeof(ImageApiException), true)]
    [InlineData(502, "invalid_png_output_compression", null, typeof(ImageApiException), true)]
    [InlineData(400, null, "image_generation_user_error", typeof(ImageApiException), true)]
    [InlineData(503, "invalid_value", null, typeof(ImageApiException), true)]
    [InlineData(400, "billing_hard_limit_reached", "billing_limit_user_error", typeof(ImageQuotaException), true)]
    [InlineData(400, null, "billing_limit_user_error", typeof(ImageQuotaException), true)]
    [InlineData(429, "insufficient_quota", "insufficient_quota", typeof(ImageQuotaException), true)]
    [InlineData(429, null, "insufficient_quota", typeof(ImageQuotaException), true)]
    [InlineData(429, "billing_not_active", "billing_not_active", typeof(ImageQuotaException), true)]
    [InlineData(402, null, null, typeof(ImageQuotaException), false)]
    [InlineData(401, "invalid_api_key", "invalid_request_error", typeof(ImageAuthenticationException), true)]
    [InlineData(401, null, "invalid_request_error", typeof(ImageAuthenticationException), true)]
    [InlineData(401, null, null, typeof(ImageAuthenticationException), false)]
    [InlineData(403, null, "invalid_request_error", typeof(ImageAuthenticationException), true)]
    [InlineData(403, "unsupported_country_region_territory", null, typeof(ImageAuthenticationException), true)]
    [InlineData(403, null, "request_forbidden", typeof(ImageAuthenticationException), true)]
    [InlineData(404, "model_not_found", "invalid_request_error", typeof(ImageApiException), true)]
    [InlineData(413, null, "server_error", typeof(ImageApiException), false)]
    [InlineData(429, "rate_limit_exceeded", "images", typeof(ImageRateLimitException), false)]
    [InlineData(429, "rate_limit_exceeded", "invalid_request_error", typeof(ImageRateLimitException), false)]
    [InlineData(429, null, "invalid_request_error", typeof(ImageRateLimitException), false)]
    [InlineData(429, "429", null, typeof(ImageRateLimitException), false)]
    [InlineData(500, null, "server_error", typeof(ImageApiException), false)]
    [InlineData(500, "server_error", "image_generation_server_error", typeof(ImageApiException), false)]
    [InlineData(200, "moderation_blocked", null, typeof(ImageModerationException), true)]
    public void A_code_or_type_decides_the_exception_before_the_status(
        int status, string? code, string? type, Type expected, bool isFinal)
    {
        var refused = FailedReply.Decode(
            $$$"""{"error":{"message":"No.","code":{{{Json(code)}}},"type":{{{Json(type)}}}}}""", status);

        Assert.IsType(expected, refused);
        Assert.Equal(isFinal, refused.IsFinal);
    }

    [Fact]
    public void A_moderation_exception_names_its_stage_and_categories()
    {
        var refused = Assert.IsType<ImageModerationException>(FailedReply.Decode(
            """
            {"error":{"message":"Rejected. safety_violations=[other].","param":null,"code":"moderation_blocked",
            "moderation_details":{"moderation_stage":"output","categories":["sexual","violence"]}}}
            """));

        Assert.Equal(ImageModerationStage.Output, refused.Stage);
        Assert.Equal(["sexual", "violence"], refused.Categories);
        Assert.Empty(refused.ContentFilterResults);
    }

    [Theory]
    [InlineData("Rejected. safety_violations=[sexual, self-harm].", "sexual|self-harm")]
    [InlineData("Rejected. safety_violations=[].", "")]
    [InlineData("Rejected. safety_violations=[sexual", "")]
    public void Categories_are_read_from_the_message_if_no_member_has_them(string message, string categories)
    {
        var refused = Assert.IsType<ImageModerationException>(
            FailedReply.Decode($$$"""{"error":{"message":"{{{message}}}"}}"""));

        Assert.Equal(ImageModerationStage.Unknown, refused.Stage);
        Assert.Equal(categories, string.Join('|', refused.Categories));
    }

    [Theory]
    [InlineData("inner_error")]
    [InlineData("innererror")]
    public void Azure_filter_results_are_on_the_exception(string member)
    {
        var refused = Assert.IsType<ImageModerationException>(FailedReply.Decode(
            $$$$$"""
            {"error":{"code":"content_policy_violation","message":"No.","{{{{{member}}}}}":
            {"code":"ResponsibleAIPolicyViolation","content_filter_results":
            {"violence":{"filtered":true,"severity":"medium"},
            "jailbreak":{"detected":false,"filtered":false},"custom_blocklists":[{"filtered":true}],"odd":1}}}}
            """));

        Assert.Equal(
            [
                new("violence") { IsFiltered = true, Severity = "medium" },
                new("jailbreak") { IsDetected = false },
                new("custom_blocklists") { IsFiltered = true },
            ],
            refused.ContentFilterResults);
    }

    [Fact]
    public void A_filter_that_stopped_the_content_is_a_moderation_with_any_code()
        => Assert.IsType<ImageModerationException>(FailedReply.Decode(
            """{"error":{"code":"x","message":"No.","content_filter_results":{"hate":{"filtered":true}}}}"""));

    private static string Json(string? word) => word is null ? "null" : $"\"{word}\"";
}
