using System.Text;
using System.Text.Json;
using OpenAIImages.Painter.Formats;
using OpenAIImages.Painter.Words;

namespace OpenAIImages.Painter.Editing;

/// <summary>What one of our pictures was painted from, so that it can be painted again with changes.</summary>
/// <param name="Words">The prompt, then the words of each edit.</param>
/// <param name="Variant">Which of several pictures of the same words.</param>
/// <param name="Transparent">Whether the request asked for a transparent background.</param>
internal sealed record Recipe(IReadOnlyList<string> Words, int Variant, bool Transparent)
{
    private const int LongestText = 200_000;

    /// <summary>Gives the recipe of a file; null when we did not paint it or somebody changed it.</summary>
    public static Recipe? Of(ReadOnlyMemory<byte> file)
        => PngNote.Read(file.Span) is { Length: < LongestText } text ? Parse(text) : null;

    public string ToText()
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteStartArray("words");
            foreach (var words in Words)
            {
                // Half a surrogate pair has no UTF-8; this puts a replacement character in its place.
                json.WriteStringValue(Encoding.UTF8.GetBytes(words));
            }

            json.WriteEndArray();
            json.WriteNumber("variant", Variant);
            json.WriteBoolean("transparent", Transparent);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    /// <summary>Gives what all the words mean together.</summary>
    public Meaning Read()
    {
        var meaning = PromptReader.Read(Words[0]);
        foreach (var words in Words.Skip(1))
        {
            meaning = Amendment.Apply(meaning, EditReader.Read(words));
        }

        return meaning;
    }

    // Anybody can write such a note: what is not as we write it is not ours.
    private static Recipe? Parse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var words = json.RootElement.GetProperty("words").EnumerateArray().Select(one => one.GetString()!).ToList();

            return words.Count == 0 || words.Any(string.IsNullOrWhiteSpace) ? null : new Recipe(
                words, json.RootElement.GetProperty("variant").GetInt32(),
                json.RootElement.GetProperty("transparent").GetBoolean());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException
            or FormatException)
        {
            return null;
        }
    }
}
