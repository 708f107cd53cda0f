using System.Text;

namespace OpenAIImages.ErrorReplies;

/// <summary>Shortens a server's text to a length that fits a message or a log.</summary>
internal static class BoundedText
{
    /// <summary>Puts a text on one line, without control characters, and cuts it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The largest number of characters to keep.</param>
    /// <returns>The text, or <see langword="null"/> when nothing is left of it.</returns>
    /// <remarks>A line break in an error would let a server write its own lines into a log.</remarks>
    public static string? OneLine(string? text, int longest)
    {
        if (text is null)
        {
            return null;
        }

        var line = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var letter in text)
        {
            var isBlank = char.IsWhiteSpace(letter) || char.IsControl(letter);
            if (!isBlank)
            {
                line.Append(letter);
            }
            else if (line.Length > 0 && line[line.Length - 1] != ' ')
            {
                line.Append(' ');
            }
        }

        return Cut(line.ToString().TrimEnd(), longest) is { Length: > 0 } kept ? kept : null;
    }

    /// <summary>Cuts a text, never between the two halves of a character.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The largest number of characters to keep.</param>
    /// <returns>The text, or its beginning followed by an ellipsis.</returns>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var length = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;

        return text.Remove(length) + "\u2026";
    }
}
