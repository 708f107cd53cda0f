using System.Collections.Frozen;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace OpenAIImages.Painter.Words.Tokens;

/// <summary>All known words, in English and Chinese.</summary>
/// <remarks>Read once, on first use, from the resources of Data. Safe for concurrent use.</remarks>
internal sealed class Vocabulary
{
    private static readonly Lazy<Vocabulary> Loaded = new(Load);

    private readonly FrozenDictionary<string, WordMeaning[]> _words;
    private readonly FrozenSet<(string Class, string Drawing)> _classes;
    private readonly Lazy<FrozenDictionary<string, string>> _names;

    private Vocabulary(
        FrozenDictionary<string, WordMeaning[]> words, FrozenSet<(string Class, string Drawing)> classes)
    {
        _words = words;
        _classes = classes;
        _names = new Lazy<FrozenDictionary<string, string>>(LoadNames);
    }

    public static Vocabulary Instance => Loaded.Value;

    public IEnumerable<string> Words => _words.Keys;

    /// <summary>Gets each drawing with each of its classes in Data/classes.txt.</summary>
    public IEnumerable<(string Class, string Drawing)> Classes => _classes;

    /// <summary>Gets the meanings of a word exactly as written, in lower case; null when unknown.</summary>
    public WordMeaning[]? Find(string word) => _words.GetValueOrDefault(word);

    /// <summary>Says whether a drawing is of a class of Data/classes.txt, for example <c>person</c>.</summary>
    public bool IsOf(string name, string? drawing) => drawing is not null && _classes.Contains((name, drawing));

    /// <summary>Gives the English name of a drawing: its own name when that is a word, else its first word.</summary>
    public string NameOf(string drawing)
    {
        var name = drawing.Replace('-', ' ');

        return Names(name, drawing) ? name : _names.Value.GetValueOrDefault(drawing, name);
    }

    private bool Names(string word, string drawing)
        => Find(word)?.Contains(new WordMeaning(WordKind.Noun, drawing)) ?? false;

    private FrozenDictionary<string, string> LoadNames() => _words
        .Where(word => word.Key.All(char.IsAscii))
        .SelectMany(word => word.Value.Where(meaning => meaning.Kind == WordKind.Noun)
            .Select(meaning => (Drawing: meaning.Value, Word: word.Key)))
        .GroupBy(pair => pair.Drawing, StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key, group => group.Min(pair => pair.Word)!, StringComparer.Ordinal);

    private static Vocabulary Load()
    {
        using var resource = typeof(Vocabulary).Assembly.GetManifestResourceStream("words.json.br")!;
        using var unpacked = new BrotliStream(resource, CompressionMode.Decompress);
        using var document = JsonDocument.Parse(unpacked);
        var words = new Dictionary<string, WordMeaning[]>(StringComparer.Ordinal);
        foreach (var entry in document.RootElement.EnumerateArray())
        {
            var parts = entry.EnumerateArray().Select(part => part.GetString()!).ToArray();
            words[parts[0]] = [.. parts.Skip(1).Chunk(2).Select(pair => WordMeaning.Parse(pair[0], pair[1]))];
        }

        return new Vocabulary(words.ToFrozenDictionary(StringComparer.Ordinal), LoadClasses().ToFrozenSet());
    }

    private static IEnumerable<(string Class, string Drawing)> LoadClasses()
    {
        using var resource = typeof(Vocabulary).Assembly.GetManifestResourceStream("classes.txt")!;
        using var reader = new StreamReader(resource, Encoding.UTF8);
        var name = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
            {
                name = line.Trim('[', ']');
            }
            else if (!line.StartsWith(';'))
            {
                foreach (var drawing in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    yield return (name, drawing);
                }
            }
        }
    }
}
