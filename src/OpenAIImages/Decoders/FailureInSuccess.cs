using System.Text;
using System.Text.Json;

namespace OpenAIImages.Decoders;

/// <summary>Finds the failure in a reply with a success status and without a member <c>error</c>.</summary>
internal static class FailureInSuccess
{
    /// <summary>Finds the failure in a reply without any image.</summary>
    /// <param name="members">The other members of the reply.</param>
    /// <param name="outputs">The images of the reply, all withheld.</param>
    /// <returns>The failure, as JSON; <see langword="null"/> when there is none.</returns>
    public static byte[]? Find(ExtraFields members, ImageOutput[] outputs)
    {
        if (IsFailure(members))
        {
            return ToJson(members);
        }

        var isFailed = outputs.Length > 0
            && Array.TrueForAll(
                outputs, output => output.Extra.TryGetValue("error", out var error) && IsTruthy(error));

        return isFailed ? Encoding.UTF8.GetBytes(outputs[0].Extra["error"].GetRawText()) : null;
    }

    /// <summary>Gets whether a reply without images has a message, and no member that reports success.</summary>
    public static bool HasMessage(ExtraFields members)
        => !members.ContainsKey("code") && !members.ContainsKey("success") && !members.ContainsKey("statusCode")
            && (members.TryGetValue("message", out var message) || members.TryGetValue("msg", out message))
            && message.ValueKind == JsonValueKind.String && IsFailureCode(message);

    /// <summary>Writes members as one JSON object.</summary>
    public static byte[] ToJson(ExtraFields members)
        => Encoding.UTF8.GetBytes("{" + string.Join(",", members.Select(ToJson)) + "}");

    private static string ToJson(KeyValuePair<string, JsonElement> member)
        => $"\"{JsonEncodedText.Encode(member.Key)}\":{member.Value.GetRawText()}";

    private static bool IsFailure(ExtraFields members)
        => (members.TryGetValue("success", out var success) && IsFalse(success))
            || (members.TryGetValue("errors", out var errors) && IsTruthy(errors))
            || (members.TryGetValue("detail", out var detail) && IsTruthy(detail))
            || (members.TryGetValue("code", out var code) && IsFailureCode(code))
            || (members.TryGetValue("statusCode", out var status) && IsFailureCode(status))
            || (members.TryGetValue("base_resp", out var answer) && answer.ValueKind == JsonValueKind.Object
                && answer.TryGetProperty("status_code", out var inner) && IsFailureCode(inner));

    private static bool IsFalse(JsonElement value)
        => value.ValueKind == JsonValueKind.False
            || (value.ValueKind == JsonValueKind.String
                && string.Equals(value.GetString(), "false", StringComparison.OrdinalIgnoreCase));

    // Servers that give a code use 0 or 200 for success.
    private static bool IsFailureCode(JsonElement code) => code.ValueKind switch
    {
        JsonValueKind.Number => !code.TryGetInt64(out var number) || number is not (0 or (>= 200 and <= 299)),
        JsonValueKind.String => code.GetString() is { Length: > 0 } word
            && word is not ("0" or "200" or "201" or "202")
            && !word.Equals("success", StringComparison.OrdinalIgnoreCase)
            && !word.Equals("succeeded", StringComparison.OrdinalIgnoreCase)
            && !word.Equals("ok", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static bool IsTruthy(JsonElement value)
        => JsonMember.IsTruthy(Encoding.UTF8.GetBytes(value.GetRawText()));
}
