using System.Text;

namespace OpenAIImages.ErrorReplies;

/// <summary>Masks long runs of base64 in a text: images, signatures.</summary>
internal static class Base64RunMasker
{
    private const int MaxRun = 100;

    public static string Mask(string text)
    {
        var masked = new StringBuilder(Math.Min(text.Length, 4096));
        for (var at = 0; at < text.Length;)
        {
            var end = EndOfRun(text, at);
            if (end - at > MaxRun)
            {
                masked.Append('[').Append(end - at).Append(" characters left out]");
            }
            else
            {
                // The character that ended the run stays, too.
                end = Math.Min(end + 1, text.Length);
                masked.Append(text, at, end - at);
            }

            at = end;
        }

        return masked.ToString();
    }

    /// <summary>Finds the end of a run.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">An index inside the run.</param>
    public static int EndOfRun(string text, int at)
    {
        while (at < text.Length && IsRunCharacter(text[at]))
        {
            at++;
        }

        return at;
    }

    // A run is base64 of both alphabets, with line breaks, and with the escapes of JSON ("\/"), addresses ("%2F") and
    // HTML ("&#x2F;").
    private static bool IsRunCharacter(char letter)
        => char.IsAsciiLetterOrDigit(letter)
            || letter is '+' or '/' or '-' or '_' or '=' or '\\' or '\r' or '\n' or '%' or '&' or '#' or ';';
}
