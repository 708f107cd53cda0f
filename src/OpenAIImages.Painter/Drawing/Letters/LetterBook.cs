using System.Collections.Frozen;
using System.IO.Compression;
using System.Text;

namespace OpenAIImages.Painter.Drawing.Letters;

/// <summary>The outlines of all known letters: Latin letters and common Chinese characters.</summary>
/// <remarks>
/// Read once, on first use, from the resource that Data/letters.mjs makes. Outlines, unlike a font, have the same shape
/// on every system. Safe for concurrent use.
/// </remarks>
internal static class LetterBook
{
    private const float Em = 1_000;

    private static readonly Lazy<(byte[] Bytes, FrozenDictionary<int, Range> Lines)> Loaded = new(Load);

    /// <summary>Finds a letter; null when the book has no outline for it.</summary>
    public static Letter? Find(Rune character)
    {
        var (bytes, lines) = Loaded.Value;
        if (!lines.TryGetValue(character.Value, out var line))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes[line]);
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var advance = int.Parse(text.AsSpan(0, space), System.Globalization.CultureInfo.InvariantCulture);

        return new Letter(advance / Em, text[(space + 1)..]);
    }

    /// <summary>Gives the characters of a text that have no outline, each once.</summary>
    public static IReadOnlyList<string> Missing(string text)
        => [.. text.EnumerateRunes().Where(one => !Rune.IsWhiteSpace(one) && !Loaded.Value.Lines.ContainsKey(one.Value))
            .Select(one => one.ToString()).Distinct(StringComparer.Ordinal)];

    // Each line is a letter, its advance, a space and its outline.
    private static (byte[] Bytes, FrozenDictionary<int, Range> Lines) Load()
    {
        using var resource = typeof(LetterBook).Assembly.GetManifestResourceStream("letters.txt.br")!;
        using var unpacked = new BrotliStream(resource, CompressionMode.Decompress);
        using var memory = new MemoryStream();
        unpacked.CopyTo(memory);
        var bytes = memory.ToArray();
        var lines = new Dictionary<int, Range>();
        var start = 0;
        while (start < bytes.Length)
        {
            var length = bytes.AsSpan(start).IndexOf((byte)'\n');
            var end = length < 0 ? bytes.Length : start + length;
            Rune.DecodeFromUtf8(bytes.AsSpan(start), out var letter, out var size);
            lines[letter.Value] = new Range(start + size, end);
            start = end + 1;
        }

        return (bytes, lines.ToFrozenDictionary());
    }
}
