using System.Collections.Frozen;
using System.IO.Compression;
using System.Text.Json;

namespace OpenAIImages.Painter.Artworks;

/// <summary>All drawings of the painter.</summary>
/// <remarks>Read once, on first use, from the resource that Data/build.mjs makes. Safe for concurrent use.</remarks>
internal static class ArtworkBook
{
    private static readonly Lazy<FrozenDictionary<string, Artwork>> Loaded = new(Load);

    public static IEnumerable<string> Names => Loaded.Value.Keys;

    /// <summary>Gets a drawing that the vocabulary names.</summary>
    public static Artwork Get(string name) => Loaded.Value[name];

    /// <summary>Gets the facts about a thing that the vocabulary names.</summary>
    public static ArtworkFacts FactsOf(string name) => Get(name).Facts;

    private static FrozenDictionary<string, Artwork> Load()
    {
        using var resource = typeof(ArtworkBook).Assembly.GetManifestResourceStream("pictures.json.br")!;
        using var unpacked = new BrotliStream(resource, CompressionMode.Decompress);
        using var document = JsonDocument.Parse(unpacked);

        return document.RootElement.EnumerateArray()
            .Select(Read)
            .ToFrozenDictionary(artwork => artwork.Name, StringComparer.Ordinal);
    }

    private static Artwork Read(JsonElement entry)
    {
        var home = Enum.Parse<Home>(entry.GetProperty("h").GetString()!, ignoreCase: true);
        var facts = entry.TryGetProperty("f", out var texts)
            ? texts.EnumerateArray().Select(text => text.GetString()!) : [];

        return new Artwork(
            entry.GetProperty("n").GetString()!, home, entry.GetProperty("s").GetSingle(),
            entry.GetProperty("b").GetString()!, FactReader.Read(facts, home));
    }
}
