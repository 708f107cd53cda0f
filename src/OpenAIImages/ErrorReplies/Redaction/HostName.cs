namespace OpenAIImages.ErrorReplies;

/// <summary>Makes host names from outside safe to show in messages.</summary>
/// <remarks>The server that redirects chooses the name, and may put into it what was sent.</remarks>
internal static class HostName
{
    /// <summary>The greatest length of a name in DNS. An address may hold a longer one.</summary>
    public const int MaxLength = 255;

    /// <summary>Returns the host of an address in ASCII, cut, with keys and images masked.</summary>
    public static string Safe(Uri address) => Safe(address.IdnHost);

    /// <summary>Returns a host name, cut, with keys and images masked.</summary>
    public static string Safe(string name) => BoundedText.Cut(new Redactor().Redact(name), MaxLength);
}
