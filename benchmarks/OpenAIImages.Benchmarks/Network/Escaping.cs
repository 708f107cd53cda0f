namespace OpenAIImages.Benchmarks.Network;

/// <summary>The spellings of base64 inside JSON.</summary>
public enum Escaping
{
    /// <summary>Not escaped at all, as OpenAI sends it.</summary>
    None,

    /// <summary>Escaped slashes, as in PHP, and escaped plus signs, as in .NET: <c>\/</c> and <c>\u002B</c>.</summary>
    SlashAndPlus,

    /// <summary>In lines of 76 characters, as in MIME, each ended by <c>\r\n</c>.</summary>
    Lines,
}
