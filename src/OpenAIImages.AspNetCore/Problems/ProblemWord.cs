using System.Buffers;

namespace OpenAIImages.AspNetCore.Problems;

/// <summary>Separates codes and names from sentences: a server may write any text in the place of a code.</summary>
internal static class ProblemWord
{
    private const int MaxLength = 128;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.:/[]");

    /// <summary>Returns a text if it is one word.</summary>
    /// <returns>The text; <see langword="null"/> when it is not one word.</returns>
    public static string? OrNull(string? text)
        => text is { Length: > 0 and <= MaxLength } && !text.AsSpan().ContainsAnyExcept(Allowed) ? text : null;
}
