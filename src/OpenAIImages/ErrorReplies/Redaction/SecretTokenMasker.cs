using System.Text;

namespace OpenAIImages.ErrorReplies;

/// <summary>Masks texts that look like a key or a token.</summary>
/// <remarks>
/// The class uses no regular expressions, since their engine would enlarge programs that are compiled ahead of time.
/// </remarks>
internal static class SecretTokenMasker
{
    public const string Replacement = "***";

    private const int MinTokenLength = 8;

    // A key inside a word is long and has a digit: "risk-management" holds no key.
    private const int MinEmbeddedTokenLength = 16;

    // The prefixes of OpenAI's keys, of its sessions, and of JSON web tokens (the base64 of '{"').
    private static readonly string[] Prefixes = ["sk-", "sess-", "eyJ"];

    public static string Mask(string text)
    {
        var masked = new StringBuilder(text.Length);
        var announced = Announcement.None;
        for (var at = 0; at < text.Length;)
        {
            var end = announced == Announcement.Complete ? TokenEnd(text, at) : WordEnd(text, at);
            if (end == at)
            {
                announced = After(announced, text[at]);
                masked.Append(text[at]);
                at++;
                continue;
            }

            var word = text.Substring(at, end - at);
            masked.Append(IsToken(word) || (announced == Announcement.Complete && word.Length >= MinTokenLength)
                ? Replacement
                : word);
            announced = AnnouncementOf(word);
            at = end;
        }

        return masked.ToString();
    }

    private static bool IsToken(string word)
        => Array.Exists(Prefixes, prefix => HoldsKey(word, prefix))
            // "sk-abc***xyz" was masked by the service, but not all of it.
            || (word.Contains(Replacement) && word.Trim('*').Length > 0);

    private static bool HoldsKey(string word, string prefix)
        => word.IndexOf(prefix, StringComparison.Ordinal) switch
        {
            < 0 => false,
            0 => word.Length >= MinTokenLength,
            var at => word.Length - at >= MinEmbeddedTokenLength && word.Skip(at).Any(char.IsDigit),
        };

    // "Bearer abc"; "api-key: abc"; "api_key=abc".
    private static Announcement AnnouncementOf(string word)
        => word.Equals("Bearer", StringComparison.OrdinalIgnoreCase) ? Announcement.Complete
            : word.Equals("api-key", StringComparison.OrdinalIgnoreCase)
                || word.Equals("api_key", StringComparison.OrdinalIgnoreCase) ? Announcement.AwaitsSign
            : Announcement.None;

    private static Announcement After(Announcement announced, char sign) => (announced, sign) switch
    {
        (Announcement.AwaitsSign, ':' or '=') => Announcement.Complete,
        (_, ' ' or '"' or '\'' or '\\') => announced,
        _ => Announcement.None,
    };

    private static int WordEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && IsWordCharacter(text[end]))
        {
            end++;
        }

        return end;
    }

    private static int TokenEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && (IsWordCharacter(text[end]) || text[end] is '+' or '/' or '=' or '~'))
        {
            end++;
        }

        return end;
    }

    private static bool IsWordCharacter(char letter)
        => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '*';

    private enum Announcement
    {
        None,

        AwaitsSign,

        Complete,
    }
}
