using System.Text.Json;

namespace OpenAIImages.Fuzz.Targets;

/// <summary>Words that mean something in replies.</summary>
internal static class Words
{
    /// <summary>Gets values and members of JSON, well-formed and not.</summary>
    public static IReadOnlyList<string> Json { get; } =
    [
        "null", "true", "false", "0", "-1", "1e999", "9223372036854775808", "\"\"", "{}", "[]", "[null]", ",", ":",
        "\"", "\\", "\\\"", "\\/", "\\u", "\\u00", "\\u002F", "\\uD83D", "\\uD83D\\uDE00", "\\n", "\u0000", "\uFEFF",
        " ", "\n", "\r", "\t", "=", "==", "====", "QUJD", "QUJ", "QQ==", "QQ", "-_-_", "//8=", "\\/\\/8=", "data:",
        "data:image/png;base64,", "data:image/png,x", "https://a.test/b", "[[[[[[[[", "{\"a\":", "]}", "}}",
        "\"data\":[", "\"data\":", "\"data\":null", "\"b64_json\":\"", "\"b64_json\":null", "\"b64_json\":\"QUJD\"",
        "\"b64_json\":1", "\"url\":\"https://a.test/b\"", "\"url\":\"data:image/png;base64,QUJD\"", "\"url\":\"x\"",
        "\"revised_prompt\":\"x\"", "\"created\":1", "\"created\":\"1.5e3\"", "\"size\":\"1024x1024\"",
        "\"error\":{", "\"error\":\"no\"", "\"error\":null", "\"usage\":{", "\"usage\":null", "\"type\":\"error\"",
        "\"code\":429", "\"message\":\"no\"", "\"content_filter_results\":{\"a\":{\"filtered\":true}}",
        "\"\\uD800\":1", "\"b64_\\u006Ason\":\"QUJD\"", "\"Authorization\":\"Bearer " + Secrets.Key + "\"",
        Secrets.Key, Secrets.Prompt, JsonSerializer.Serialize(Secrets.Prompt),
        System.Net.WebUtility.HtmlEncode(Secrets.Prompt), new string('A', 200), new string(' ', 70),
    ];
}
