namespace OpenAIImages;

/// <summary>Finds the fault of a text for a header, and does not repeat the text, which may be a key.</summary>
internal static class HeaderText
{
    /// <summary>Finds a fault in a key or an identifier.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The fault and its remedy; <see langword="null"/> when there is none.</returns>
    public static string? FaultInWord(string text)
        => string.IsNullOrWhiteSpace(text) ? "is empty or only white space"
            : text.Trim().Length < text.Length ? "has white space or a line break around it, as pasted; trim it"
            : text.Any(char.IsWhiteSpace) ? "has white space inside it; copy it again"
            : FaultInValue(text);

    /// <summary>Finds a fault in the value of a header, which may hold spaces.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The fault and its remedy; <see langword="null"/> when there is none.</returns>
    public static string? FaultInValue(string text)
        => text.Any(char.IsControl) ? "has a control character or a line break in it; copy it again"
            : text.Any(letter => letter > '~') ? "has a character in it that is not ASCII; copy it again"
            : null;
}
