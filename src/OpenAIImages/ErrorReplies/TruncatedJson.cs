using System.Text.Json;
using OpenAIImages.Bytes;

namespace OpenAIImages.ErrorReplies;

/// <summary>Reads JSON that breaks off, up to its last complete value.</summary>
internal static class TruncatedJson
{
    /// <summary>Parses JSON, and closes the objects and arrays that were left open.</summary>
    /// <param name="json">UTF-8 JSON, whole or broken off.</param>
    /// <returns>The document, or <see langword="null"/> when it is not JSON at all.</returns>
    /// <remarks>A number or a word alone counts as text: "429 Too Many Requests" begins like JSON.</remarks>
    public static JsonDocument? Parse(ReadOnlySpan<byte> json)
    {
        json = Utf8Text.TrimStart(json);
        if (json.IsEmpty || json[0] is not ((byte)'{' or (byte)'[' or (byte)'"'))
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(CloseOpen(json));

            return JsonDocument.ParseValue(ref reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<byte> CloseOpen(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, state: default);
        var open = new Stack<byte>();
        var end = 0;
        try
        {
            while (reader.Read())
            {
                Track(reader.TokenType, open);
                if (reader.TokenType != JsonTokenType.PropertyName)
                {
                    end = (int)reader.BytesConsumed;
                }
            }
        }
        catch (JsonException) when (end > 0)
        {
            // The beginning is JSON and the rest is not. The method keeps the beginning.
        }

        if (open.Count == 0)
        {
            return json;
        }

        var closed = new byte[end + open.Count];
        json.Slice(0, end).CopyTo(closed);
        open.ToArray().CopyTo(closed, end);

        return closed;
    }

    private static void Track(JsonTokenType token, Stack<byte> open)
    {
        switch (token)
        {
            case JsonTokenType.StartObject:
                open.Push((byte)'}');
                break;
            case JsonTokenType.StartArray:
                open.Push((byte)']');
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                open.Pop();
                break;
            default:
                break;
        }
    }
}
