using System.Text;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Decoders;

/// <summary>Each test holds an input that the fuzzer found, and shows what a caller gets.</summary>
public sealed class HostileTextTests
{
    [Fact]
    public async Task Text_in_a_wrong_encoding_does_not_lose_the_picture()
    {
        byte[] body =
        [
            .. "{\"data\":[{\"b64_json\":\"QUJD\",\"revised_prompt\":\"a "u8, 0xB9, 0xB7, .. " dog\",\""u8, 0xFF,
            .. "\":1}]}"u8,
        ];

        var result = await Decoding.DecodeAsync(body);

        var image = Assert.Single(result.Images);
        Assert.Equal("ABC"u8.ToArray(), image.Bytes.ToArray());
        Assert.Equal("a \uFFFD\uFFFD dog", image.RevisedPrompt);
        Assert.Equal(["\uFFFD"], image.Extra.Keys);
    }

    [Theory]
    [InlineData("a \\uD83D fox", "a \uFFFD fox")]
    [InlineData("\\uDE00\\uD83D", "\uFFFD\uFFFD")]
    [InlineData("\\uD83D\\uDE00\\\\uD83D", "\U0001F600\\uD83D")]
    public async Task Half_a_surrogate_pair_becomes_a_replacement_character(string written, string text)
    {
        var result = await Decoding.DecodeAsync(
            $$"""{"data":[{"b64_json":"QUJD","revised_prompt":"{{written}}","more":"{{written}}"}],"x\uD800":1}""");

        var image = Assert.Single(result.Images);
        Assert.Equal(text, image.RevisedPrompt);
        Assert.Equal(text, image.Extra["more"].GetString());
        Assert.Equal(["x\uFFFD"], result.Extra.Keys);
    }

    [Theory]
    [InlineData("QUJD\\u0022}]}")]
    [InlineData("QUJD\\u005C\"}]}")]
    public async Task An_escaped_quote_does_not_end_a_picture(string rest)
        => Assert.Equal(
            "data[0].b64_json",
            (await Assert.ThrowsAsync<ImageDecodeException>(
                () => Decoding.DecodeAsync("{\"data\":[{\"b64_json\":\"" + rest, [7]))).Member);

    [Theory]
    [InlineData("Q1==", "43")]
    [InlineData("QUK=", "4142")]
    [InlineData("QUK", "4142")]
    public async Task Unused_bits_at_the_end_of_base64_are_ignored(string base64, string bytes)
    {
        var result = await Decoding.DecodeAsync($$"""{"data":[{"b64_json":"{{base64}}"}]}""");

        Assert.Equal(bytes, Convert.ToHexString(Assert.Single(result.Images).Bytes.Span));
    }

    [Fact]
    public async Task An_event_without_a_JSON_object_is_an_error_that_says_so()
        => Assert.Contains(
            "not a JSON object",
            (await Assert.ThrowsAsync<ImageDecodeException>(
                () => Streaming.DecodeAsync("event: image_generation.completed\ndata: true {\n\n"))).Message);

    [Fact]
    public async Task A_type_after_the_picture_that_contradicts_the_event_name_is_an_error()
        => Assert.Equal(
            "type",
            (await Assert.ThrowsAsync<ImageDecodeException>(() => Streaming.DecodeAsync(
                Streaming.Event(
                    "image_edit.completed", """{"b64_json":"QUJD","type":"image_edit.partial_image"}""")))).Member);

    [Fact]
    public async Task A_whole_reply_is_recognised_after_many_empty_lines()
    {
        var body = Encoding.UTF8.GetBytes(new string('\n', 40) + """{"data":[{"b64_json":"QUJD"}]}""");

        var events = await Streaming.DecodeAsync(new PiecewiseStream(body, [1]));

        Assert.Equal(["completed QUJD"], Streaming.Describe(events));
    }

    [Fact]
    public void A_prompt_over_several_lines_is_removed()
    {
        const string Prompt = "a red fox asleep under seven birches";

        var refused = FailedReply.Decode(Prompt.Replace(' ', '\n'), 400, null, Prompt);

        Assert.Equal("***", refused.Reason);
    }

    [Theory]
    [InlineData("type")]
    [InlineData("code")]
    public void A_prompt_in_place_of_a_code_is_removed(string member)
    {
        var refused = FailedReply.Decode(
            $$$"""{"error":{"message":"No.","{{{member}}}":"a red fox asleep"}}""", 400, null, "a red fox asleep");

        Assert.Equal("***", refused.Type ?? refused.Code);
    }

    [Fact]
    public void A_code_that_contains_a_short_prompt_is_kept()
        => Assert.Equal(
            "invalid_image_file",
            FailedReply.Decode("""{"error":{"code":"invalid_image_file"}}""", 400, null, "image").Code);

    [Fact]
    public void Picture_bytes_in_place_of_a_code_are_removed()
        => Assert.Equal(
            "[300 characters left out]",
            FailedReply.Decode($$$"""{"error":{"code":"{{{new string('A', 300)}}}"}}""").Code);

    [Fact]
    public void Filter_results_in_a_wrong_encoding_are_read()
    {
        var refused = Assert.IsType<ImageModerationException>(FailedReply.Decode(
            """
            {"error":{"code":"x","content_filter_results":{"ha\uD800te":{"filtered":true,"severity":"\uD83D"}}}}
            """));

        Assert.Equal(("ha\uFFFDte", "\uFFFD"), refused.ContentFilterResults.Select(
            filter => (filter.Category, filter.Severity)).Single());
    }
}
