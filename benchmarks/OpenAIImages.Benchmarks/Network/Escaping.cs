namespace OpenAIImages.Benchmarks.Network;

/// <summary>The spellings of base64 inside JSON.</summary>
public enum Escaping
{
    /// <summary>As OpenAI does: not escaped at all.</summary>
    None,

    /// <summary>As PHP does with slashes, and .NET with plus signs: <c>\/</c> and <c>\u002B</c>.</summary>
    SlashAndPlus,

    /// <summary>In lines of 76 characters, as MIME wants it, each ended by <c>\r\n</c>.</summary>
    Lines,
}
