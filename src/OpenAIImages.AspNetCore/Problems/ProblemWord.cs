using System.Buffers;

namespace OpenAIImages.AspNetCore.Problems;

/// <summary>Tells a code or a name from a sentence: a server may write anything where a code belongs.</summary>
internal static class ProblemWord
{
    private const int MaxLength = 128;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.:/[]");

    /// <summary>Gets a text that is one word.</summary>
    /// <returns>The text; <see langword="null"/> when it is no word.</returns>
    public static string? OrNull(string? text)
        => text is { Length: > 0 and <= MaxLength } && !text.AsSpan().ContainsAnyExcept(Allowed) ? text : null;
}
