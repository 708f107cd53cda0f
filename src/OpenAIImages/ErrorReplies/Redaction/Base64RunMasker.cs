using System.Text;

namespace OpenAIImages.ErrorReplies;

/// <summary>Leaves out of a text the long runs of letters that are base64: picture bytes, signatures.</summary>
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
                // With the letter that ended the run.
                end = Math.Min(end + 1, text.Length);
                masked.Append(text, at, end - at);
            }

            at = end;
        }

        return masked.ToString();
    }

    /// <summary>Finds where a run ends.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">A place in the run.</param>
    public static int EndOfRun(string text, int at)
    {
        while (at < text.Length && IsRunCharacter(text[at]))
        {
            at++;
        }

        return at;
    }

    // Base64 of both alphabets, also as JSON ("\/"), addresses ("%2F") and HTML ("&#x2F;") may write it and as mail
    // breaks it.
    private static bool IsRunCharacter(char letter)
        => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')
            or '+' or '/' or '-' or '_' or '=' or '\\' or '\r' or '\n' or '%' or '&' or '#' or ';';
}
