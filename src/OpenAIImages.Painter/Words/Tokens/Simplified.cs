using System.Collections.Frozen;
using System.IO.Compression;
using System.Text;

namespace OpenAIImages.Painter.Words.Tokens;

/// <summary>Traditional characters, each with the simplified character of the vocabulary.</summary>
/// <remarks>Read once, on first use, from the resource that Data/build.mjs makes. Safe for concurrent use.</remarks>
internal static class Simplified
{
    private static readonly Lazy<FrozenDictionary<char, char>> Loaded = new(Load);

    public static char Of(char character)
        => FoldedText.IsChinese(character) ? Loaded.Value.GetValueOrDefault(character, character) : character;

    private static FrozenDictionary<char, char> Load()
    {
        using var resource = typeof(Simplified).Assembly.GetManifestResourceStream("simplified.txt.br")!;
        using var unpacked = new BrotliStream(resource, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.UTF8);

        return reader.ReadToEnd().Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1]);
    }
}
