using System.Text;

namespace OpenAIImages.ErrorReplies;

/// <summary>Leaves out of a text the long runs of letters that are base64: picture bytes, signatures.</summary>
internal static class LongRuns
{
    private const int Longest = 100;

    public static string Shorten(string text)
    {
        var shortened = new StringBuilder(Math.Min(text.Length, 4096));
        for (var at = 0; at < text.Length;)
        {
            var end = EndOf(text, at);
            if (end - at > Longest)
            {
                shortened.Append('[').Append(end - at).Append(" characters left out]");
            }
            else
            {
                // With the letter that ended the run.
                end = Math.Min(end + 1, text.Length);
                shortened.Append(text, at, end - at);
            }

            at = end;
        }

        return shortened.ToString();
    }

    /// <summary>Finds where a run ends.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">A place in the run.</param>
    public static int EndOf(string text, int at)
    {
        while (at < text.Length && IsOfRun(text[at]))
        {
            at++;
        }

        return at;
    }

    // Base64 of both alphabets, also as JSON ("\/"), addresses ("%2F") and HTML ("&#x2F;") may write it and as mail
    // breaks it.
    private static bool IsOfRun(char letter)
        => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')
            or '+' or '/' or '-' or '_' or '=' or '\\' or '\r' or '\n' or '%' or '&' or '#' or ';';
}
