using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using OpenAIImages.Decoders;

namespace OpenAIImages.Fuzz.Targets;

/// <summary>A stream of events, read by the platform's own parsers up to the first event that is ambiguous.</summary>
internal static class EventsReference
{
    private const int MostMembers = 256;

    private static readonly string[] LineEnds = ["\r\n", "\r", "\n"];

    /// <summary>Returns the kind and the picture of each event, up to the first ambiguous event.</summary>
    public static List<string> Read(byte[] input)
    {
        List<string> events = [];

        // The parser of the platform drops an event that no blank line ends.
        using var body = new MemoryStream([.. input, .. "\n\n"u8]);
        foreach (var item in SseParser.Create(body).Enumerate())
        {
            var data = item.Data.TrimStart(' ', '\t', '\r', '\n');
            var kind = EventKinds.Parse(item.EventType.Trim());
            if (item.Data.StartsWith("[DONE]", StringComparison.Ordinal) || kind == EventKind.Error)
            {
                break;
            }

            if (kind == EventKind.Unknown && !data.StartsWith('{'))
            {
                continue;
            }

            if (!TryRead(data, ref kind, out var picture, out var isEmptyChunk))
            {
                break;
            }

            if (kind is EventKind.Partial or EventKind.Completed && !isEmptyChunk)
            {
                events.Add($"{kind} {Convert.ToBase64String(picture ?? [])}");
            }
        }

        return events;
    }

    /// <summary>Returns whether any event has two names, a name after its data, or a name without data.</summary>
    /// <remarks>Our parser has already read the data when a late name comes. The parser of the platform gives the name
    /// of an event without data to the next event.</remarks>
    public static bool HasLateName(byte[] input)
    {
        var (hasName, hasData) = (false, false);
        string[] lines = [.. Encoding.Latin1.GetString(input).Split(LineEnds, StringSplitOptions.None), ""];
        foreach (var line in lines)
        {
            if (line.Length == 0 ? hasName && !hasData : Is(line, "event") && (hasName || hasData))
            {
                return true;
            }

            hasName = line.Length > 0 && (hasName || Is(line, "event"));
            hasData = line.Length > 0 && (hasData || Is(line, "data"));
        }

        return false;
    }

    private static bool Is(string line, string field)
        => line == field || line.StartsWith(field + ":", StringComparison.Ordinal);

    private static bool TryRead(string data, ref EventKind kind, out byte[]? picture, out bool isEmptyChunk)
    {
        picture = null;
        isEmptyChunk = false;
        var named = kind;
        try
        {
            using var document = JsonDocument.Parse(data);
            var types = 0;
            foreach (var member in document.RootElement.EnumerateObject())
            {
                if (member.NameEquals("type"))
                {
                    types++;
                    isEmptyChunk = member.Value.ValueKind == JsonValueKind.String
                        && member.Value.ValueEquals(EventKinds.Chunk);
                    kind = member.Value.ValueKind == JsonValueKind.String
                        ? EventKinds.Parse(member.Value.GetString())
                        : kind;
                }
                else if (member.NameEquals("error"))
                {
                    return false;
                }
            }

            var read = ReferencePicture.Read(document.RootElement);
            picture = read.Bytes;
            isEmptyChunk &= picture is null && !read.HasLink;

            // A type that contradicts the name of the event counts only if the type comes before the picture.
            return (named != EventKind.Completed || kind == named)
                && types <= 1
                && kind != EventKind.Error
                && !read.IsBroken
                && !read.IsDoubtful
                && document.RootElement.EnumerateObject().Count() <= MostMembers;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
