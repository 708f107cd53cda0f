namespace OpenAIImages.Decoders;

/// <summary>Tells links from other texts that servers write in their place: paths, words.</summary>
/// <remarks>A link to a file of this machine is never accepted.</remarks>
internal static class LinkText
{
    private static readonly string[] ImageExtensions =
        [".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".avif", ".bmp", ".heic", ".tiff"];

    private static ReadOnlySpan<byte> Plain => "http:"u8;

    private static ReadOnlySpan<byte> Secure => "https:"u8;

    /// <summary>Gets whether a text begins as a web link, which no base64 does; <see langword="null"/> when there is
    /// too little of it to tell.</summary>
    public static bool? Begins(ReadOnlySpan<byte> text)
        => text.StartsWith(Plain) || text.StartsWith(Secure) ? true
            : Plain.StartsWith(text) || Secure.StartsWith(text) ? null
            : false;

    /// <summary>Reads an absolute link.</summary>
    /// <returns>The link; <see langword="null"/> when the text is no absolute link.</returns>
    public static Uri? Absolute(string text)
        => (text.Contains("://") || text.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            && text[0] is not ('/' or '\\')
            && Uri.TryCreate(text, UriKind.Absolute, out var link) && !link.IsFile && !link.IsUnc
                ? link
                : null;

    /// <summary>Reads a link that is relative to the service's address.</summary>
    /// <param name="text">The text.</param>
    /// <param name="endpoint">The service's address.</param>
    /// <returns>The whole link; <see langword="null"/> when the text is a mere word.</returns>
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
