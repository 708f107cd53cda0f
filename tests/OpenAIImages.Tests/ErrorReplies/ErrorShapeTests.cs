using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.ErrorReplies;

public sealed class ErrorShapeTests
{
    public static TheoryData<string, string> Shapes => new()
    {
        { """{"error":{"message":"No.","type":"kind","param":"size","code":"word"}}""", "No. | word | kind | size" },
        { """{"error":{"message":"No.","type":null,"param":null,"code":null}}""", "No. | - | - | -" },
        { """{"created":1698435368,"error":{"code":"word","message":"No."}}""", "No. | word | - | -" },
        { """{"error":{"message":"No.","code":429}}""", "No. | 429 | - | -" },
        { """{"error":{"message":"No.","code":400,"status":"INVALID"}}""", "No. | 400 | INVALID | -" },
        { """{"error":"prompt required"}""", "prompt required | - | - | -" },
        { """{"error":"server_error","message":"No."}""", "No. | server_error | - | -" },
        { """{"error":null,"message":"No."}""", "No. | - | - | -" },
        { """{"error":{},"detail":"No."}""", "No. | - | - | -" },
        { """{"detail":"No."}""", "No. | - | - | -" },
        { """{"detail":{"message":"No.","code":"word"}}""", "No. | word | - | -" },
        { """{"detail":["No."]}""", "No. | - | - | -" },
        {
            """{"detail":[{"loc":["body","size"],"msg":"Bad.","type":"value_error"},{"loc":["body",0],"msg":"No."}]}""",
            "body.size: Bad.; body.0: No. | - | value_error | size"
        },
        { """{"message":"No.","type":"kind","code":"word"}""", "No. | word | kind | -" },
        { """{"statusCode":401,"message":"No."}""", "No. | - | - | -" },
        { """{"msg":"No."}""", "No. | - | - | -" },
        { """{"title":"No.","status":400,"errors":{"size":["Not a size."]}}""", "Not a size. | - | - | size" },
        { """{"errors":[{"message":"No.","code":"word"},{"message":"And no."}]}""", "No. | word | - | -" },
        { """{"errors":["No."]}""", "No. | - | - | -" },
        { """[{"error":{"code":400,"message":"No.","status":"A_STATUS"}}]""", "No. | 400 | A_STATUS | -" },
        { """{"type":"error","message":"No.","code":"word"}""", "No. | word | - | -" },
        { """{"type":"error","error":{"message":"No.","type":"kind","code":"word"}}""", "No. | word | kind | -" },
        { """{"error":{"code":"DeploymentNotFound","message":"No."}}""", "No. | DeploymentNotFound | - | -" },
        { """{"error":{"message":"No.","innererror":{"code":"inner"}}}""", "No. | inner | - | -" },
        { "\"No.\"", "No. | - | - | -" },
        { "upstream connect error", "upstream connect error | - | - | -" },
        { "<html>\n<head><TITLE>502 Bad &amp; Gateway</TITLE></head></html>", "502 Bad & Gateway | - | - | -" },
        { "<html><body><h1 class=\"x\">Too long</h1></body></html>", "Too long | - | - | -" },
        { "<html><body>nothing to see</body></html>", "- | - | - | -" },
        { "", "- | - | - | -" },
        { " \r\n ", "- | - | - | -" },
        { "{}", "- | - | - | -" },
        { "[]", "- | - | - | -" },
        { "null", "null | - | - | -" },
        { "429 Too Many Requests", "429 Too Many Requests | - | - | -" },
        { """{"error":{"message":"No.","code":"word","param":"si""", "No. | word | - | -" },
        { """{"error":{"code":"word","message":"No""", "- | word | - | -" },
        { """{"error":{"message":"No."}} and then rubbish""", "No. | - | - | -" },
        { """{"error":{"message":"a\ud800b","code":"word"}}""", "a\uFFFDb | word | - | -" },
        { """{"error":{"message":"No.","a\ud800b":1}}""", "No. | - | - | -" },
        { """{"error":{"code":403,"errors":[{"message":"No."}],"message":"."}}""", "No. | 403 | - | -" },
        { """{"errors":{"a\ud800b":["No."]}}""", "No. | - | - | a\uFFFDb" },
        { "{\"error\":\"" + "line\\nnext\\u001b[31m" + "\"}", "line next [31m | - | - | -" },
        { "\uFEFF{\"error\":\"No.\"}", "No. | - | - | -" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_shape_of_an_error_is_read(string body, string reasonCodeTypeParameter)
    {
        var refused = FailedReply.Decode(body);

        string?[] told = [refused.Reason, refused.Code, refused.Type, refused.Parameter];
        Assert.Equal(reasonCodeTypeParameter, string.Join(" | ", told.Select(word => word ?? "-")));
    }

    [Fact]
    public void The_message_states_reason_and_status_and_code_and_request_id()
    {
        var refused = FailedReply.Decode(
            """{"error":{"message":"Not a size.","code":"invalid_value"}}""", 400, "x-request-id: req_1");

        Assert.Equal(
            "The service refused the request: Not a size. (status 400, code invalid_value, request req_1).",
            refused.Message);
    }

    [Fact]
    public void A_redirect_is_an_error_that_names_its_host_and_the_setting_to_change()
    {
        var refused = FailedReply.Decode("", 307, "Location: https://elsewhere.test/v1/images?sig=secret");

        Assert.Contains("elsewhere.test", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Endpoint", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x-request-id: a\napim-request-id: b", "a")]
    [InlineData("apim-request-id: b\nx-ms-request-id: c", "b")]
    [InlineData("x-ms-request-id: c", "c")]
    [InlineData("cf-ray: d", null)]
    public void The_first_known_header_gives_the_request_id(string headers, string? id)
        => Assert.Equal(id, FailedReply.Decode("", 500, headers).RequestId);

    [Fact]
    public void Reason_and_excerpt_have_a_maximum_length()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 3000));

        var refused = FailedReply.Decode($$$"""{"error":{"message":"{{{words}}}"}}""");

        Assert.Equal(500, refused.Reason!.Length);
        Assert.Equal(2048, refused.BodyExcerpt!.Length);
    }

    [Fact]
    public void Binary_bytes_give_no_excerpt()
        => Assert.Null(FailedReply.Decode("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", 500).BodyExcerpt);
}
