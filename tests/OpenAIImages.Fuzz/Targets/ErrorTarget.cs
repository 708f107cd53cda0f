using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpenAIImages.ErrorReplies;

namespace OpenAIImages.Fuzz.Targets;

/// <summary>Bodies of error replies. Reading one never throws; the result is short and holds no secret.</summary>
internal sealed partial class ErrorTarget : IFuzzTarget
{
    private static readonly HttpStatusCode[] Statuses =
        [HttpStatusCode.OK, HttpStatusCode.Found, HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized,
            (HttpStatusCode)429, HttpStatusCode.InternalServerError];

    public string Name => "error";

    public IReadOnlyList<string> Dictionary { get; } =
    [
        .. Words.Json, "\"error\":", "\"detail\":", "\"errors\":", "\"detail\":[{\"loc\":[\"body\"],\"msg\":\"",
        "\"param\":", "\"code\":\"moderation_blocked\"", "\"code\":\"insufficient_quota\"", "\"inner_error\":{",
        "\"status\":", "\"moderation_details\":{\"moderation_stage\":\"output\",\"categories\":[\"",
        "safety_violations=[a, b].",
        "\"content_filter_results\":{\"hate\":{\"filtered\":true,\"severity\":\"low\"}}", "<title>", "</title>",
        "<h1>", "</h1>", "<html>", "&#97;", "Bearer ", "api-key: ", "sk-", "sess-", "eyJ", "***",
        "try again in 1.5s", "\u2028", Secrets.Prompt[..30], Secrets.Prompt[20..], Secrets.Prompt[..17],
    ];

    public void Check(byte[] input, Random random)
    {
        var status = Statuses[random.Next(Statuses.Length)];
        var read = AllocationLimit.Hold(
            input.Length, () => ErrorDecoder.Decode(input, status, headers: null, Secrets.Context));
        Secrets.EnsureNoneIn(read);

        using var reply = new HttpResponseMessage(status)
        {
            Content = new StreamContent(new PieceStream(input, random.Next(0, 60), random)),
        };
        var received = ErrorDecoder
            .DecodeAsync(reply, Secrets.Context, CancellationToken.None)
            .GetAwaiter()
            .GetResult();
        BrokenPromiseException.UnlessSame(
            Description.Of(read), Description.Of(received), "The pieces of the body do not change the result.");
        if (PlainCode(input) is { } code)
        {
            BrokenPromiseException.UnlessSame(code, read.Code ?? "none", "The result has the code of the service.");
        }
    }

    // Checks the usual shape only: an object named error with a code that is one word.
    private static string? PlainCode(byte[] input)
    {
        try
        {
            using var json = JsonDocument.Parse(input);

            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                && !error.TryGetProperty("error", out _)
                && error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String
                && Plain().IsMatch(code.GetString()!)
                && input.Length <= ErrorReplyBody.MaxBytes
                ? code.GetString()
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    [GeneratedRegex("^[a-z_]{1,60}\\z")]
    private static partial Regex Plain();
}
