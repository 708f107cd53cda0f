using System.Net;
using System.Text.Encodings.Web;

namespace OpenAIImages.ErrorReplies;

/// <summary>Takes out of a service's words what must not be repeated: what was sent, keys, and picture bytes.</summary>
/// <remarks>
/// Services echo. A prompt is taken out whole and in part, as it stands and as JSON or HTML write it; a prompt of one
/// or two letters is left, since it tells nothing and its letters are everywhere.
/// </remarks>
internal sealed class Redactor
{
    private const int ShortestSecret = 3;

    // A part of a prompt as long as this is recognised. It holds a whole window of half its length, wherever it lies.
    private const int ShortestPart = 16;

    private const int Window = ShortestPart / 2;

    private readonly List<string> _secrets = [];

    public Redactor(params string?[] secrets)
    {
        foreach (var secret in secrets)
        {
            if (secret?.Trim().Length >= ShortestSecret)
            {
                Add(secret);
                Add(secret.Trim());
                Add(JavaScriptEncoder.Default.Encode(secret));
                Add(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret));
                Add(WebUtility.HtmlEncode(secret));
            }
        }

        // The longest first: one may hold another.
        _secrets.Sort(static (one, other) => other.Length.CompareTo(one.Length));
    }

    public string Redact(string text)
    {
        foreach (var secret in _secrets)
        {
            text = HideParts(text.Replace(secret, TokenMask.Mask), secret);
        }

        return LongRuns.Shorten(TokenMask.Apply(text));
    }

    private void Add(string spelling)
    {
        if (!_secrets.Contains(spelling))
        {
            _secrets.Add(spelling);
        }
    }

    private static string HideParts(string text, string secret)
    {
        if (secret.Length < ShortestPart)
        {
            return text;
        }

        for (var at = 0; at + Window <= text.Length; at += Window)
        {
            var found = secret.IndexOf(text.Substring(at, Window), StringComparison.Ordinal);
            if (found < 0)
            {
                continue;
            }

            var (start, end) = Extend(text, at, secret, found);

            // At the end of a text that was cut, even a short beginning of the secret is one.
            if (end - start >= ShortestPart || (end == text.Length && start <= at && found - (at - start) == 0))
            {
                text = text.Remove(start, end - start).Insert(start, TokenMask.Mask);
                at = start;
            }
        }

        return text;
    }

    private static (int Start, int End) Extend(string text, int at, string secret, int found)
    {
        var before = 0;
        while (before < at && before < found && text[at - before - 1] == secret[found - before - 1])
        {
            before++;
        }

        var after = Window;
        while (at + after < text.Length && found + after < secret.Length && text[at + after] == secret[found + after])
        {
            after++;
        }

        return (at - before, at + after);
    }
}
