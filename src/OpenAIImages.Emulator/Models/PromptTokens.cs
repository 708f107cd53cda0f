namespace OpenAIImages.Emulator.Models;

/// <summary>Estimates the tokens of a prompt: a quarter of a token for each ASCII character, a whole one for any other.
/// </summary>
/// <remarks>A call costs six more tokens, for the text around the prompt.</remarks>
internal static class PromptTokens
{
    /// <summary>The number of tokens around a prompt.</summary>
    public const int Around = 6;

    public static int Count(string prompt)
    {
        var latin = 0;
        var others = 0;
        foreach (var rune in prompt.EnumerateRunes())
        {
            _ = rune.IsAscii ? latin++ : others++;
        }

        return (latin + 3) / 4 + others;
    }
}
