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
    // A note is worth no more words than a prompt: the longest that any model takes has so many characters.
    private const int LongestWords = 32_000;
    private const int MostWishes = 100;

    // In JSON a character may take six.
    private const int LongestText = LongestWords * 6 + 1_000;

    /// <summary>Gives the recipe of a file; null when we did not paint it or somebody changed it.</summary>
    public static Recipe? Of(ReadOnlyMemory<byte> file)
        => PngNote.Read(file.Span, LongestText) is { } text ? Parse(text) : null;

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
    public Meaning Read() => Steps()[^1];

    /// <summary>Gives what was meant at first, and after each edit.</summary>
    public IReadOnlyList<Meaning> Steps()
    {
        var steps = new List<Meaning> { PromptReader.Read(Words[0]) };
        foreach (var words in Words.Skip(1))
        {
            steps.Add(Amendment.Apply(steps[^1], EditReader.Read(words)));
        }

        return steps;
    }

    // Anybody can write such a note: what is not as we write it is not ours.
    private static Recipe? Parse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var words = json.RootElement.GetProperty("words").EnumerateArray().Select(one => one.GetString()!).ToList();

            var refused = words.Count is 0 or > MostWishes || words.Any(string.IsNullOrWhiteSpace) ||
                words.Sum(one => one.Length) > LongestWords;

            return refused ? null : new Recipe(
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
