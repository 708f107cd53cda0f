using System.Globalization;
using System.Text;

namespace OpenAIImages.Painter.Words.Tokens;

/// <summary>A prompt in the one form that the vocabulary knows: lower case, narrow, simplified characters.</summary>
internal sealed class FoldedText
{
    private readonly List<int> _origins;

    private FoldedText(string original, string text, List<int> origins)
        => (Original, Text, _origins) = (original, text, origins);

    public string Original { get; }

    public string Text { get; }

    public static FoldedText Of(string prompt)
    {
        var text = new StringBuilder(prompt.Length);
        var origins = new List<int>(prompt.Length + 1);
        var parts = StringInfo.GetTextElementEnumerator(prompt);
        while (parts.MoveNext())
        {
            foreach (var character in Fold(parts.GetTextElement()))
            {
                text.Append(Simplified.Of(character));
                origins.Add(parts.ElementIndex);
            }
        }

        origins.Add(prompt.Length);

        return new FoldedText(prompt, text.ToString(), origins);
    }

    public static bool IsChinese(char character) => character is >= '\u3400' and <= '\u9fff';

    public static bool IsWordCharacter(char character)
        => (char.IsLetterOrDigit(character) || character is '\'' or '-') && !IsChinese(character);

    /// <summary>Converts a position in the folded text to its position in the original prompt.</summary>
    public int OriginOf(int position) => _origins[position];

    /// <summary>Gives a part of the text as the original prompt has it.</summary>
    public string AsGiven(int start, int end) => Original[_origins[start].._origins[end]];

    private static string Fold(string element)
    {
        if (element is "\u2019" or "\u2018")
        {
            return "'";
        }

        // Half a surrogate pair cannot be normalized, and no word of the vocabulary has one.
        return element.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar)
            ? "\ufffd" : element.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
    }
}
