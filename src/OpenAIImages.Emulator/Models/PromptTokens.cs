namespace OpenAIImages.Emulator.Models;

/// <summary>Estimates how many tokens a prompt is: a fourth of a token a Latin letter, a whole one beyond.</summary>
/// <remarks>A call is billed six more, for what stands around the prompt.</remarks>
internal static class PromptTokens
{
    /// <summary>The number of tokens that stand around a prompt.</summary>
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
