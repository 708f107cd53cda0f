using System.Collections.Frozen;
using System.IO.Compression;
using System.Text.Json;

namespace OpenAIImages.Painter.Words;

/// <summary>All words known, in English and Chinese.</summary>
/// <remarks>Read once, on first use, from the resource that Data/build.mjs makes. Safe for concurrent use.</remarks>
internal sealed class Vocabulary
{
    private static readonly Lazy<Vocabulary> Loaded = new(Load);

    private readonly FrozenDictionary<string, WordMeaning[]> _words;

    private Vocabulary(FrozenDictionary<string, WordMeaning[]> words)
    {
        _words = words;
        LongestPhrase = words.Keys.Max(word => word.Length);
    }

    public static Vocabulary Instance => Loaded.Value;

    public int LongestPhrase { get; }

    public IEnumerable<string> Words => _words.Keys;

    /// <summary>Gets the meanings of a word exactly as written, in lower case; null when unknown.</summary>
    public WordMeaning[]? Find(string word) => _words.GetValueOrDefault(word);

    private static Vocabulary Load()
    {
        using var resource = typeof(Vocabulary).Assembly.GetManifestResourceStream("words.json.br")!;
        using var unpacked = new BrotliStream(resource, CompressionMode.Decompress);
        using var document = JsonDocument.Parse(unpacked);
        var words = new Dictionary<string, WordMeaning[]>(StringComparer.Ordinal);
        foreach (var entry in document.RootElement.EnumerateArray())
        {
            var parts = entry.EnumerateArray().Select(part => part.GetString()!).ToArray();
            words[parts[0]] = [.. parts.Skip(1).Chunk(2).Select(pair => new WordMeaning(Kind(pair[0]), pair[1]))];
        }

        return new Vocabulary(words.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static WordKind Kind(string name) => Enum.Parse<WordKind>(name, ignoreCase: true);
}
