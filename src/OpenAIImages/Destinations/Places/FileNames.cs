using System.Text;

namespace OpenAIImages.Destinations;

/// <summary>Makes file names that Windows, Linux and macOS accept.</summary>
internal static class FileNames
{
    /// <summary>The name of an image whose chosen name has no usable character.</summary>
    public const string Fallback = "image";

    /// <summary>The length of the longest name that file systems accept, in bytes of UTF-8.</summary>
    public const int MaxNameBytes = 255;

    private const char Substitute = '_';

    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. Numbered("COM"), .. Numbered("LPT")],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds the reason why a chosen name cannot be the name of a file.</summary>
    /// <returns>The fault, in a sentence; <see langword="null"/> when there is no fault.</returns>
    public static string? FaultIn(string? name)
        => string.IsNullOrWhiteSpace(name) ? "the name chosen for the image is empty."
            : name is "." or ".." ? $"the name chosen for the image, '{name}', is that of a directory."
            : name!.IndexOfAny(['/', '\\']) >= 0 ? "the name chosen for the image leads to another directory."
            : name.Contains('\0') ? "the name chosen for the image holds a NUL."
            : null;

    /// <summary>Replaces the characters and names that Windows, Linux or macOS do not accept.</summary>
    public static string Clean(string? name)
    {
        var clean = new StringBuilder(WellFormed(name ?? ""));
        for (var i = 0; i < clean.Length; i++)
        {
            clean[i] = IsForbidden(clean[i]) ? Substitute : clean[i];
        }

        var text = clean.ToString().TrimEnd('.', ' ');
        var stem = text.Split('.')[0].TrimEnd(' ');

        return string.IsNullOrWhiteSpace(text) ? Fallback
            : Devices.Contains(stem) ? Substitute + text
            : text;
    }

    /// <summary>Replaces single halves of surrogate pairs, which no file system keeps.</summary>
    public static string WellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                text = text.Substring(0, i) + Substitute + text.Substring(i + 1);
            }
        }

        return text;
    }

    /// <summary>Returns the length of a name in bytes of UTF-8.</summary>
    public static int LengthOf(string name) => Encoding.UTF8.GetByteCount(name);

    /// <summary>Shortens a text to a number of bytes, and removes only whole characters.</summary>
    public static string Cut(string text, int maxBytes)
    {
        while (LengthOf(text) > maxBytes)
        {
            var end = text.Length - 1;
            text = text.Substring(0, end > 0 && char.IsLowSurrogate(text[end]) ? end - 1 : end);
        }

        return text;
    }

    private static IEnumerable<string> Numbered(string device)
        => "0123456789\u00B9\u00B2\u00B3".Select(digit => device + digit);

    // The last line holds the characters that change the direction of text. They can make a name look like another
    // name.
    private static bool IsForbidden(char character)
        => char.IsControl(character)
            || character is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|'
            || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
