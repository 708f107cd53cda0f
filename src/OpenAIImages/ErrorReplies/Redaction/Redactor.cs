using System.Text;
using System.Text.Json;

namespace OpenAIImages.ErrorReplies;

/// <summary>Masks secrets in a server's text: parts of the request, keys, and the bytes of images.</summary>
/// <remarks>
/// Servers repeat parts of a request. The redactor masks a whole prompt and its parts, plain or escaped (even several
/// times) as in JSON, HTML, addresses and forms. It does not mask a prompt of one or two letters: such a prompt is not
/// a secret, and its letters are everywhere.
/// </remarks>
internal sealed class Redactor
{
    private const int MinSecretLength = 3;

    // The redactor finds parts of a prompt of at least this length. Such a part always holds a whole window of half the
    // length.
    private const int MinFragmentLength = 16;

    private const int WindowLength = MinFragmentLength / 2;

    // An example is a gateway's page that quotes an address that quotes JSON.
    private const int MaxNestedEscapes = 3;

    private static readonly char[] Escapes = ['%', '&', '\\', '+'];

    // The first characters of PNG, JPEG, WebP, GIF and SVG in base64. A small image may be too short for
    // Base64RunMasker.
    private static readonly string[] ImageBeginnings = ["iVBORw0KGg", "/9j/", "UklGR", "R0lGOD", "PHN2Z"];

    private readonly List<string> _secrets = [];

    public Redactor(params string?[] secrets)
    {
        foreach (var secret in secrets)
        {
            if (secret?.Trim() is { Length: >= MinSecretLength } trimmed)
            {
                _secrets.Add(secret);
                _secrets.Add(trimmed);
            }
        }
    }

    public string Redact(string text)
    {
        text = MaskFragments(text, text, _secrets, static (start, end) => (start, end));
        if (text.IndexOfAny(Escapes) >= 0)
        {
            text = MaskEscaped(text);
        }

        return RedactCode(text);
    }

    /// <summary>Writes JSON, with redacted names and strings.</summary>
    public string Redact(JsonElement json) => RedactedJson.Write(json, this);

    /// <summary>Masks keys and base64 in a code such as <c>invalid_image_file</c>.</summary>
    /// <remarks>The method does not mask the prompt: the prompt "image" would make such codes unreadable.</remarks>
    public static string RedactCode(string code) => Base64RunMasker.Mask(SecretTokenMasker.Mask(code));

    private string MaskEscaped(string text)
    {
        // A plus is a space in a form, and a plus elsewhere. Both count as a space here.
        var secrets = _secrets.ConvertAll(static secret => secret.Replace('+', ' '));
        for (var escapes = 1; escapes <= MaxNestedEscapes; escapes++)
        {
            var unescaped = UnescapedText.From(text);
            for (var i = 1; i < escapes && unescaped.IsChanged; i++)
            {
                unescaped = unescaped.UnescapeAgain();
            }

            if (!unescaped.IsChanged)
            {
                break;
            }

            text = MaskFragments(text, unescaped.Text, secrets, unescaped.MapRange);
        }

        return text;
    }

    // Finds the secrets in the unescaped text, and masks them in the original text.
    private static string MaskFragments(
        string written, string read, List<string> secrets, Func<int, int, (int Start, int End)> mapRange)
    {
        var found = new List<(int Start, int End)>();
        foreach (var secret in secrets)
        {
            FindWhole(found, read, secret);
            FindFragments(found, read, secret);
        }

        var ranges = found.ConvertAll(range => mapRange(range.Start, range.End));
        FindImages(ranges, written, read, mapRange);

        // Overlapping ranges become one mask.
        ranges.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        var left = new StringBuilder();
        var done = 0;
        for (var i = 0; i < ranges.Count;)
        {
            var (start, end) = ranges[i];
            for (i++; i < ranges.Count && ranges[i].Start <= end; i++)
            {
                end = Math.Max(end, ranges[i].End);
            }

            left.Append(written, done, start - done).Append(SecretTokenMasker.Replacement);
            done = end;
        }

        return done == 0 ? written : left.Append(written, done, written.Length - done).ToString();
    }

    private static void FindWhole(List<(int Start, int End)> ranges, string text, string secret)
    {
        var at = text.IndexOf(secret, StringComparison.Ordinal);
        while (at >= 0)
        {
            ranges.Add((at, at + secret.Length));
            at = text.IndexOf(secret, at + secret.Length, StringComparison.Ordinal);
        }
    }

    private static void FindFragments(List<(int Start, int End)> ranges, string text, string secret)
    {
        if (secret.Length < MinFragmentLength)
        {
            return;
        }

        for (var at = 0; at + WindowLength <= text.Length; at += WindowLength)
        {
            var found = secret.IndexOf(text.Substring(at, WindowLength), StringComparison.Ordinal);
            if (found < 0)
            {
                continue;
            }

            var (start, end) = Extend(text, at, secret, found);

            // At the end of a truncated text, even a short beginning of the secret counts.
            if (end - start >= MinFragmentLength || (end == text.Length && start <= at && found - (at - start) == 0))
            {
                ranges.Add((start, end));
                at = end - WindowLength;
            }
        }
    }

    // Finds an image in base64 from its first characters to its end.
    private static void FindImages(
        List<(int Start, int End)> ranges, string written, string read, Func<int, int, (int Start, int End)> mapRange)
    {
        foreach (var beginning in ImageBeginnings)
        {
            var done = 0;
            var at = read.IndexOf(beginning, StringComparison.Ordinal);
            for (; at >= 0; at = read.IndexOf(beginning, at + 1, StringComparison.Ordinal))
            {
                var (start, end) = mapRange(at, at + beginning.Length);
                if (start >= done)
                {
                    done = Base64RunMasker.EndOfRun(written, end);
                    ranges.Add((start, done));
                }
            }
        }
    }

    private static (int Start, int End) Extend(string text, int at, string secret, int found)
    {
        var before = 0;
        while (before < at && before < found && text[at - before - 1] == secret[found - before - 1])
        {
            before++;
        }

        var after = WindowLength;
        while (at + after < text.Length && found + after < secret.Length && text[at + after] == secret[found + after])
        {
            after++;
        }

        return (at - before, at + after);
    }
}
