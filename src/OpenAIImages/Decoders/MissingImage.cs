using System.Text;
using System.Text.Json;
using OpenAIImages.Bytes;
using OpenAIImages.ErrorReplies;

namespace OpenAIImages.Decoders;

/// <summary>Describes a reply that holds no image.</summary>
internal static class MissingImage
{
    private const int MaxExcerptLength = 2048;

    private const int MaxIdLength = 128;

    private static readonly string[] TaskIdNames = ["task_id", "taskId", "job_id", "request_id", "id"];

    /// <param name="members">The members of the reply.</param>
    /// <param name="answered">The call that the reply answers.</param>
    public static ImageDecodeException ToException(ExtraFields members, AnsweredCall answered)
    {
        var redactor = answered.ErrorContext.CreateRedactor();
        var message = FindTaskId(members) is { } task
            ? $"The reply holds no image but a task, {redactor.Redact(task)}: the server works on in the background, " +
                "and its own interface tells when the image is ready."
            : "The reply holds no data: is the endpoint one of the Images API?";

        return new ImageDecodeException(message, "data")
        {
            BodyExcerpt = members.Count == 0 ? null : Excerpt(FailureInSuccess.ToJson(members), redactor),
        };
    }

    /// <summary>Gets whether a reply names a running task.</summary>
    public static bool NamesTask(ExtraFields members) => FindTaskId(members) is not null;

    /// <summary>Returns the beginning of a body, with secrets masked.</summary>
    public static string? Excerpt(ReadOnlySpan<byte> body, Redactor redactor)
    {
        body = body.Slice(0, Math.Min(body.Length, ErrorReplyBody.MaxBytes));
        using var json = TruncatedJson.Parse(JsonTextRepair.Repair(body));
        var text = json is not null ? redactor.Redact(json.RootElement)
            : body.IndexOf((byte)0) >= 0 ? ""
            : redactor.Redact(Encoding.UTF8.GetString(body).Trim());

        return text.Length == 0 ? null : BoundedText.Cut(text, MaxExcerptLength);
    }

    // Many objects have an id. Only a status beside the id shows that a task is running.
    private static string? FindTaskId(ExtraFields members)
    {
        foreach (var name in TaskIdNames)
        {
            if (members.TryGetValue(name, out var id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number
                && (name.StartsWith("task", StringComparison.Ordinal) || members.ContainsKey("status")
                    || members.ContainsKey("task_status")))
            {
                return BoundedText.OneLine(id.ToString(), MaxIdLength);
            }
        }

        return null;
    }
}
