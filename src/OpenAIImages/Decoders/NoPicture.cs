using System.Text;
using System.Text.Json;
using OpenAIImages.ErrorReplies;

namespace OpenAIImages.Decoders;

/// <summary>Says of a reply that holds no picture what it holds instead.</summary>
internal static class NoPicture
{
    private const int LongestExcerpt = 2048;

    private const int LongestId = 128;

    private static readonly string[] Tasks = ["task_id", "taskId", "job_id", "request_id", "id"];

    /// <param name="members">What the reply says.</param>
    /// <param name="facts">What is known of it besides.</param>
    public static ImageDecodeException In(ExtraFields members, ReplyFacts facts)
    {
        var redactor = facts.ErrorContext.CreateRedactor();
        var message = TaskOf(members) is { } task
            ? $"The reply holds no image but a task, {redactor.Redact(task)}: the server works on in the background, " +
                "and its own interface tells when the image is ready."
            : "The reply holds no data: is the endpoint one of the Images API?";

        return new ImageDecodeException(message, "data")
        {
            BodyExcerpt = members.Count == 0 ? null : Excerpt(FailureSigns.Write(members), redactor),
        };
    }

    /// <summary>Whether a reply tells of work that goes on.</summary>
    public static bool IsTask(ExtraFields members) => TaskOf(members) is not null;

    /// <summary>Returns the beginning of a body, without what must not be repeated.</summary>
    public static string? Excerpt(ReadOnlySpan<byte> body, Redactor redactor)
    {
        body = body.Slice(0, Math.Min(body.Length, FailureBody.MostBytes));
        using var json = TruncatedJson.Parse(RepairedJson.Of(body));
        var text = json is not null ? RedactedJson.Write(json.RootElement, redactor)
            : body.IndexOf((byte)0) >= 0 ? ""
            : redactor.Redact(Encoding.UTF8.GetString(body).Trim());

        return text.Length == 0 ? null : BoundedText.Cut(text, LongestExcerpt);
    }

    // An id alone says little: there are ids of everything. A state beside it tells that something is under way.
    private static string? TaskOf(ExtraFields members)
    {
        foreach (var name in Tasks)
        {
            if (members.TryGetValue(name, out var id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number
                && (name.StartsWith("task", StringComparison.Ordinal) || members.ContainsKey("status")
                    || members.ContainsKey("task_status")))
            {
                return BoundedText.OneLine(id.ToString(), LongestId);
            }
        }

        return null;
    }
}
