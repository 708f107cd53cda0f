using System.Text;
using System.Text.RegularExpressions;
using OpenAIImages.Emulator.Errors;

namespace OpenAIImages.Emulator.Parameters;

/// <summary>Reads the headers of a part, in any order and style.</summary>
internal static partial class MultipartPartReader
{
    private const int LongestHeaders = 16 * 1_024;

    // The usual settings are a name, a file name and the encoded file name. A sender may add a few of its own.
    private const int MostSettings = 16;

    private static ReadOnlySpan<byte> LineEnd => "\r\n"u8;

    private static ReadOnlySpan<byte> EmptyLine => "\r\n\r\n"u8;

    /// <exception cref="ApiException">The part has no headers, or too long ones, or no name.</exception>
    public static MultipartPart Read(ReadOnlyMemory<byte> part)
    {
        var end = part.Span.IndexOf(EmptyLine);
        if (end is < 0 or > LongestHeaders || part.Span.StartsWith(LineEnd))
        {
            throw MultipartBody.Malformed();
        }

        var headers = ReadLines(part.Span[..end]);
        var (name, fileName) = ReadNames(headers.GetValueOrDefault("Content-Disposition", ""));

        return new MultipartPart(
            name, fileName, headers.GetValueOrDefault("Content-Type"), part[(end + EmptyLine.Length)..]);
    }

    /// <summary>Reads the name of a part, and its file name without folders, if the part is a file.</summary>
    /// <exception cref="ApiException">The part has no name.</exception>
    public static (string Name, string? FileName) ReadNames(string contentDisposition)
    {
        var disposition = ReadDisposition(contentDisposition);
        if (disposition.GetValueOrDefault("name", "") is not { Length: > 0 } name)
        {
            throw MultipartBody.Malformed();
        }

        var fileName = disposition.TryGetValue("filename*", out var encoded)
            ? Decode(encoded)
            : disposition.GetValueOrDefault("filename");

        return (name, fileName is null ? null : BaseName(fileName));
    }

    // The name comes after an encoding and a language: "utf-8''caf%C3%A9.png".
    private static string Decode(string encoded)
        => Uri.UnescapeDataString(encoded.Split('\'', 3) is [_, _, var name] ? name : encoded);

    private static Dictionary<string, string> ReadLines(ReadOnlySpan<byte> block)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Encoding.UTF8.GetString(block).Split("\r\n"))
        {
            var colon = line.IndexOf(':');
            if (colon > 0)
            {
                headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
            }
        }

        return headers;
    }

    private static Dictionary<string, string> ReadDisposition(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var match in Setting().Matches(text).Take(MostSettings))
        {
            values[match.Groups["key"].Value] = match.Groups["value"].Value.Trim();
        }

        return values;
    }

    // Some clients send the whole path of the file. The folders stay private.
    private static string BaseName(string fileName) => fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];

    // The pattern is less strict than the standard, because senders are: unquoted brackets, paths with backslashes,
    // letters of any script.
    [GeneratedRegex(""";\s*(?<key>[^=;\s]+)\s*=\s*("(?<value>([^"\\]|\\.)*)"|(?<value>[^;]*))""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Setting();
}
