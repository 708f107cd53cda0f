using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.ErrorReplies;

public sealed class SecrecyTests
{
    private const string Key = "sk-proj-Abc123Def456Ghi789";

    private const string Prompt = "A \"red\" fox <in> the snow\nand 一只可爱的猫 & a dog, painted in thin oils";

    public static TheoryData<string> Echoes => new()
    {
        JsonSerializer.Serialize(new { error = new { message = $"Not allowed: '{Prompt}'.", prompt = Prompt } }),
        JsonSerializer.Serialize(new { error = Prompt }),
        JsonSerializer.Serialize(new { detail = new[] { new { loc = new[] { "body" }, msg = "no", input = Prompt } } }),
        JsonSerializer.Serialize(new { error = new { message = Prompt, param = Prompt } })[..^4],
        "{\"input\": broken " + JsonSerializer.Serialize(Prompt),
        $"<html><title>{WebUtility.HtmlEncode(Prompt)}</title>{WebUtility.HtmlEncode(Prompt)}</html>",
        Prompt,
        $"Invalid: '{Prompt[..40]}...'",
        $"... {Prompt[20..]}",
        "{\"error\":{\"message\":\"" + new string('x', 50) + JsonSerializer.Serialize(Prompt)[1..30],
    };

    [Theory]
    [MemberData(nameof(Echoes))]
    public void An_echoed_prompt_is_removed(string body)
    {
        var text = Everything(FailedReply.Decode(body, 400, null, Prompt, Key));

        Assert.DoesNotContain("fox", text, StringComparison.Ordinal);
        Assert.DoesNotContain("painted in thin", text, StringComparison.Ordinal);
    }

    public static TheoryData<string> Spellings => new()
    {
        Uri.EscapeDataString(Prompt),
        Uri.EscapeDataString(Prompt).ToLowerInvariant(),
        WebUtility.UrlEncode(Prompt),
        Uri.EscapeDataString(Uri.EscapeDataString(Prompt)),
        Uri.EscapeDataString(WebUtility.HtmlEncode(WebUtility.UrlEncode(Prompt))),
        WebUtility.HtmlEncode(WebUtility.HtmlEncode(Prompt)),
        WebUtility.HtmlEncode(Uri.EscapeDataString(JsonSerializer.Serialize(Prompt))),
        JsonSerializer.Serialize(JsonSerializer.Serialize(Prompt)),
        string.Concat(Prompt.Select(letter => $"&#{(int)letter};")),
        string.Concat(Prompt.Select(letter => $"&#x{(int)letter:X};")),
        string.Concat(Prompt.Select(letter => $"\\u{(int)letter:x4}")),
        string.Concat(Prompt.Select(letter => $"\\\\u{(int)letter:X4}")),
        string.Concat(Prompt.Select(letter => $"%u{(int)letter:x4}")),
        string.Concat(Prompt.Where(char.IsAscii).Select(letter => $"\\x{(int)letter:x2}")),
        Prompt.Replace(" ", "%20", StringComparison.Ordinal),
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_prompt_echoed_in_another_spelling_is_removed(string spelling)
    {
        string[] pages =
        [
            $"<html><title>{spelling}</title><body>You asked for /v1?prompt={spelling} and got nothing</body></html>",
            $"Not found: {spelling}",
            JsonSerializer.Serialize(new { error = new { message = $"No: {spelling}", code = spelling } }),
        ];
        foreach (var page in pages)
        {
            var text = Everything(FailedReply.Decode(page, 400, null, Prompt, Key));
            for (var i = 0; i < 4; i++)
            {
                Assert.DoesNotContain("fox", text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("painted", text, StringComparison.OrdinalIgnoreCase);
                text = Regex.Unescape(Regex.Replace(
                    WebUtility.UrlDecode(WebUtility.HtmlDecode(text)).Replace("%u", "\\u", StringComparison.Ordinal),
                    @"\\(?!u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2})", ""));
            }
        }
    }

    [Theory]
    [InlineData("100% of 5+5 & more: C:\\new\\x, &c.")]
    [InlineData("%zz %u12 &#; &unknown; \\u00 \\q %")]
    public void Words_that_only_look_escaped_are_kept(string message)
        => Assert.Equal(message, FailedReply.Decode(message, 400, null, Prompt, Key).Reason);

    [Theory]
    [InlineData($"Incorrect API key provided: {Key}. See our page.")]
    [InlineData("Incorrect API key provided: sk-proj-********************i789.")]
    [InlineData("Incorrect API key provided: abcd****i789.")]
    [InlineData("Authorization: Bearer ab+cd/ef12345i789== is wrong")]
    [InlineData("authorization: bearer \\\"opaque-token-i789\\\"")]
    [InlineData("api-key: 0123456789abcdefi789")]
    [InlineData("api_key=0123456789abcdefi789")]
    [InlineData("token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.abci789")]
    [InlineData("line\\nsk-other-key-0123456789i789")]
    public void Keys_and_tokens_are_masked(string message)
    {
        Assert.DoesNotContain("i789", Everything(FailedReply.Decode($$$"""{"error":{"message":"{{{message}}}"}}""")));
        Assert.DoesNotContain("i789", Everything(FailedReply.Decode($"not json: {message}")));
    }

    [Theory]
    [InlineData("Use a risk-based task-management model: gpt-image-2.6-flare, not sk-x.")]
    [InlineData("You didn't provide an API key. Use Bearer auth (Authorization: Bearer KEY), or an api-key header.")]
    [InlineData("include the request ID b68e1d8f-31a3-4a04-aa41-bf442d857ccd. safety_violations=[sexual].")]
    public void Ordinary_words_are_kept(string message)
        => Assert.Equal(message, FailedReply.Decode($$$"""{"error":{"message":"{{{message}}}"}}""").Reason);

    [Fact]
    public void Picture_bytes_are_removed()
    {
        var picture = Convert.ToBase64String(new byte[900]);
        var text = Everything(
            FailedReply.Decode($$$"""{"error":"Bad image data:image/png;base64,{{{picture}}} sent"}"""));

        Assert.Contains("base64,[1200 characters left out] sent", text, StringComparison.Ordinal);
        Assert.DoesNotContain("AAAAAAAAAA", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iVBORw0KGgqi789+/i789==", "iVBORw0KGgqi789+/i789==")]
    [InlineData("/9j/4AAQi789", "\\/9j\\/4AAQi789")]
    [InlineData("/9j/4AAQ+/i789", "%2F9j%2F4AAQ%2B%2Fi789")]
    [InlineData("/9j/4AAQi789", "&#x2F;9j&#x2F;4AAQi789")]
    [InlineData("UklGRi789", "data:image/webp;base64,UklGRi789")]
    public void A_short_picture_is_removed(string picture, string written)
    {
        Assert.DoesNotContain(
            "i789", Everything(FailedReply.Decode($"It was {picture} before")), StringComparison.Ordinal);
        var page = $"<html><title>It was {written} before</title>It was {written} before</html>";

        var refused = FailedReply.Decode(page);

        Assert.DoesNotContain("i789", Everything(refused), StringComparison.Ordinal);
        Assert.EndsWith(" before", refused.Reason);
    }

    [Fact]
    public void A_prompt_of_one_letter_leaves_the_message_whole()
        => Assert.Equal("A bad parameter.", FailedReply.Decode("A bad parameter.", 400, null, "a").Reason);

    [Fact]
    public void Any_prompt_is_removed_from_any_place()
    {
        var prompts = Gen.String[Gen.Char["abc\"\\\n<&猫 "], 4, 60];
        var surroundings = Gen.String[Gen.Char["xyz "], 0, 20];

        Gen.Select(prompts, surroundings).Sample((prompt, around) =>
        {
            if (prompt.Trim().Length < 3)
            {
                return;
            }

            var body = JsonSerializer.Serialize(new { error = new { message = around + prompt + around } });

            Assert.DoesNotContain(prompt.Trim(), FailedReply.Decode(body, 400, null, prompt).Reason ?? "");
        });
    }

    private static string Everything(ImageApiException refused)
        => string.Join('\n', refused, refused.Reason, refused.BodyExcerpt, refused.Parameter, refused.Code);
}
