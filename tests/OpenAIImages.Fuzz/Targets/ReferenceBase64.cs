using System.Text;

namespace OpenAIImages.Fuzz.Targets;

/// <summary>A simple reader of the base64 that our parser accepts.</summary>
internal static class ReferenceBase64
{
    private const string Marker = ";base64";

    /// <exception cref="FormatException">The text is not base64.</exception>
    public static byte[] Decode(string text)
    {
        if (text.StartsWith("data:", StringComparison.Ordinal))
        {
            var comma = text.IndexOf(',', StringComparison.Ordinal);
            text = comma >= 0 && text[..comma].EndsWith(Marker, StringComparison.Ordinal)
                ? text[(comma + 1)..]
                : throw new FormatException("Another kind of data link.");
        }

        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                ' ' or '\t' or '\r' or '\n' => plain,
                '-' => plain.Append('+'),
                '_' => plain.Append('/'),
                _ => plain.Append(letter),
            };
        }

        plain.Append('=', (plain.Length % 4) switch { 2 => 2, 3 => 1, _ => 0 });

        return Convert.FromBase64String(plain.ToString());
    }
}
