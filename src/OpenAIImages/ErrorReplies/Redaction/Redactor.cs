using System.Text;

namespace OpenAIImages.ErrorReplies;

/// <summary>Takes out of a service's words what must not be repeated: what was sent, keys, and picture bytes.</summary>
/// <remarks>
/// Services echo. A prompt is taken out whole and in part, as it stands and as JSON, HTML, addresses and forms write
/// it, also where one of them wrote what another had; a prompt of one or two letters is left, since it tells nothing
/// and its letters are everywhere.
/// </remarks>
internal sealed class Redactor
{
    private const int ShortestSecret = 3;

    // A part of a prompt as long as this is recognised. It holds a whole window of half its length, wherever it lies.
    private const int ShortestPart = 16;

    private const int Window = ShortestPart / 2;

    // A gateway's page that quotes an address that quotes JSON.
    private const int MostEscapes = 3;

    private static readonly char[] Escapes = ['%', '&', '\\', '+'];

    // How PNG, JPEG, WebP, GIF and SVG begin in base64. A whole picture may be shorter than LongRuns leaves out.
    private static readonly string[] PictureBeginnings = ["iVBORw0KGg", "/9j/", "UklGR", "R0lGOD", "PHN2Z"];

    private readonly List<string> _secrets = [];

    public Redactor(params string?[] secrets)
    {
        foreach (var secret in secrets)
        {
            if (secret?.Trim() is { Length: >= ShortestSecret } trimmed)
            {
                _secrets.Add(secret);
                _secrets.Add(trimmed);
            }
        }
    }

    public string Redact(string text)
    {
        text = Hide(text, text, _secrets, static (start, end) => (start, end));
        if (text.IndexOfAny(Escapes) >= 0)
        {
            text = HideEscaped(text);
        }

        return LongRuns.Shorten(TokenMask.Apply(text));
    }

    private string HideEscaped(string text)
    {
        // A form's plus is a space, and nobody can tell whether it was meant as one.
        var secrets = _secrets.ConvertAll(static secret => secret.Replace('+', ' '));
        for (var escapes = 1; escapes <= MostEscapes; escapes++)
        {
            var plain = Unescaped.Of(text);
            for (var i = 1; i < escapes && plain.IsChanged; i++)
            {
                plain = plain.Again();
            }

            if (!plain.IsChanged)
            {
                break;
            }

            text = Hide(text, plain.Text, secrets, plain.PlaceOf);
        }

        return text;
    }

    // Finds the secrets in a text as it reads, and takes them out of it as it is written.
    private static string Hide(
        string written, string read, List<string> secrets, Func<int, int, (int Start, int End)> placeOf)
    {
        var found = new List<(int Start, int End)>();
        foreach (var secret in secrets)
        {
            AddWholes(found, read, secret);
            AddParts(found, read, secret);
        }

        var places = found.ConvertAll(place => placeOf(place.Start, place.End));
        AddPictures(places, written, read, placeOf);

        // What overlaps is taken out as one.
        places.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        var left = new StringBuilder();
        var done = 0;
        for (var i = 0; i < places.Count;)
        {
            var (start, end) = places[i];
            for (i++; i < places.Count && places[i].Start <= end; i++)
            {
                end = Math.Max(end, places[i].End);
            }

            left.Append(written, done, start - done).Append(TokenMask.Mask);
            done = end;
        }

        return done == 0 ? written : left.Append(written, done, written.Length - done).ToString();
    }

    private static void AddWholes(List<(int Start, int End)> places, string text, string secret)
    {
        var at = text.IndexOf(secret, StringComparison.Ordinal);
        while (at >= 0)
        {
            places.Add((at, at + secret.Length));
            at = text.IndexOf(secret, at + secret.Length, StringComparison.Ordinal);
        }
    }

    private static void AddParts(List<(int Start, int End)> places, string text, string secret)
    {
        if (secret.Length < ShortestPart)
        {
            return;
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
                places.Add((start, end));
                at = end - Window;
            }
        }
    }

    // Of a picture in base64, all goes from its beginning on.
    private static void AddPictures(
        List<(int Start, int End)> places, string written, string read, Func<int, int, (int Start, int End)> placeOf)
    {
        foreach (var beginning in PictureBeginnings)
        {
            var done = 0;
            var at = read.IndexOf(beginning, StringComparison.Ordinal);
            for (; at >= 0; at = read.IndexOf(beginning, at + 1, StringComparison.Ordinal))
            {
                var (start, end) = placeOf(at, at + beginning.Length);
                if (start >= done)
                {
                    done = LongRuns.EndOf(written, end);
                    places.Add((start, done));
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

        var after = Window;
        while (at + after < text.Length && found + after < secret.Length && text[at + after] == secret[found + after])
        {
            after++;
        }

        return (at - before, at + after);
    }
}
