using System.Text.Json;

namespace OpenAIImages.Emulator.Replies;

/// <summary>Writes a page of a list.</summary>
internal static class PageReply
{
    public static void Write<T>(
        Utf8JsonWriter writer,
        IReadOnlyList<T> items,
        bool hasMore,
        Func<T, string> idOf,
        Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartObject();
        writer.WriteString("object", "list");
        writer.WriteStartArray("data");
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
        writer.WriteString("first_id", items is [var first, ..] ? idOf(first) : null);
        writer.WriteString("last_id", items is [.., var last] ? idOf(last) : null);
        writer.WriteBoolean("has_more", hasMore);
        writer.WriteEndObject();
    }
}
