using System.Text;

namespace OpenAIImages.ErrorReplies;

/// <summary>Finds the data in an error reply that is a server-sent event.</summary>
internal static class EventData
{
    private const string Data = "data:";

    /// <returns>The data of the first event with data; the body itself when it is not an event.</returns>
    public static ReadOnlySpan<byte> Extract(ReadOnlySpan<byte> body)
    {
        if (!body.StartsWith("data:"u8) && !body.StartsWith("event:"u8) && !body.StartsWith("id:"u8))
        {
            return body;
        }

        List<string> lines = [];
        foreach (var line in Encoding.UTF8.GetString(body).Split('\n'))
        {
            var text = line.TrimEnd('\r');
            if (text.StartsWith(Data, StringComparison.Ordinal))
            {
                lines.Add(text.Substring(Data.Length));
            }
            else if (text.Length == 0 && lines.Count > 0)
            {
                break;
            }
        }

        return lines.Count == 0 ? body : Encoding.UTF8.GetBytes(string.Join("\n", lines).Trim());
    }
}
