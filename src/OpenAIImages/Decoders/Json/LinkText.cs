namespace OpenAIImages.Decoders;

/// <summary>Distinguishes links from other texts that servers write instead: paths, words.</summary>
/// <remarks>The class never accepts a link to a file of this machine.</remarks>
internal static class LinkText
{
    private static readonly string[] ImageExtensions =
        [".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".avif", ".bmp", ".heic", ".tiff"];

    private static ReadOnlySpan<byte> Plain => "http:"u8;

    private static ReadOnlySpan<byte> Secure => "https:"u8;

    /// <summary>Gets whether a text begins like a web link, as base64 never does; <see langword="null"/> when the text
    /// is too short to decide.</summary>
    public static bool? Begins(ReadOnlySpan<byte> text)
        => text.StartsWith(Plain) || text.StartsWith(Secure) ? true
            : Plain.StartsWith(text) || Secure.StartsWith(text) ? null
            : false;

    /// <summary>Reads an absolute link.</summary>
    /// <returns>The link; <see langword="null"/> when the text is not an absolute link.</returns>
    public static Uri? Absolute(string text)
        => (text.Contains("://") || text.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            && text[0] is not ('/' or '\\')
            && Uri.TryCreate(text, UriKind.Absolute, out var link) && !link.IsFile && !link.IsUnc
                ? link
                : null;

    /// <summary>Reads a link that is relative to the service's address.</summary>
    /// <param name="text">The text.</param>
    /// <param name="endpoint">The service's address.</param>
    /// <returns>The whole link; <see langword="null"/> when the text is only a word.</returns>
    public static Uri? Relative(string text, Uri endpoint)
    {
        var path = text.Split('?', '#')[0];
        var isPath = path is ['/', ..]
            || path.StartsWith("./", StringComparison.Ordinal)
            || path.StartsWith("../", StringComparison.Ordinal)
            || Array.Exists(ImageExtensions, end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase));

        return isPath && !text.Any(IsForeign)
            && Uri.TryCreate(endpoint, text, out var link)
            && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp)
                ? link
                : null;
    }

    private static bool IsForeign(char letter)
        => letter is '\\' or ':' || char.IsWhiteSpace(letter) || char.IsControl(letter);
}
