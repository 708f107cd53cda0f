using System.Text;
using System.Text.Json;
using OpenAIImages.Painter.Formats;
using OpenAIImages.Painter.Words;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Editing.Recipes;

/// <summary>The words and settings of a picture, from which the painter can paint it again with changes.</summary>
/// <param name="Words">The prompt, then the words of each edit.</param>
/// <param name="Variant">The number of the variant.</param>
/// <param name="Transparent">Whether the request asked for a transparent background.</param>
internal sealed record Recipe(IReadOnlyList<string> Words, int Variant, bool Transparent)
{
    // A note has at most as many characters as the longest prompt of any model.
    private const int LongestWords = 32_000;
    private const int MostWishes = 100;

    // JSON can take six bytes for a character.
    private const int LongestText = LongestWords * 6 + 1_000;

    /// <summary>Gives the recipe of a file; null when the file has no valid recipe.</summary>
    public static Recipe? Of(ReadOnlyMemory<byte> file)
        => PngNote.Read(file.Span, LongestText) is { } text ? Parse(text) : null;

    /// <summary>
    /// Gives the part of the recipe that a file can hold: the prompt and as many newest edits as a reader accepts.
    /// </summary>
    /// <returns><see langword="null"/> when not even the prompt and the last edit fit.</returns>
    public Recipe? Rememberable()
    {
        var first = Words.Count;
        var length = Words[0].Length;
        while (first > 1 && Words.Count - first < MostWishes - 1 && length + Words[first - 1].Length <= LongestWords)
        {
            first--;
            length += Words[first].Length;
        }

        var forgetsAll = Words.Count > 1 && first == Words.Count;

        return length > LongestWords || forgetsAll ? null
            : first <= 1 ? this : this with { Words = [Words[0], .. Words.Skip(first)] };
    }

    public string ToText()
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteStartArray("words");
            foreach (var words in Words)
            {
                // Half a surrogate pair has no UTF-8 form. This replaces it by the replacement character.
                json.WriteStringValue(Encoding.UTF8.GetBytes(words));
            }

            json.WriteEndArray();
            json.WriteNumber("variant", Variant);
            json.WriteBoolean("transparent", Transparent);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    /// <summary>Gives the meaning of all the words together.</summary>
    public Meaning Read() => Steps()[^1];

    /// <summary>Gives the meaning of the prompt, and the meaning after each edit.</summary>
    public IReadOnlyList<Meaning> Steps()
    {
        var steps = new List<Meaning> { PromptReader.Read(Words[0]) };
        foreach (var words in Words.Skip(1))
        {
            steps.Add(Amendment.Apply(steps[^1], EditReader.Read(words)));
        }

        return steps;
    }

    // Any program can write such a note. A note of another form is not from the painter.
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
