namespace OpenAIImages.ErrorReplies;

/// <summary>Makes host names from outside safe for messages.</summary>
/// <remarks>The redirecting server chooses the name, and may put parts of the request into it.</remarks>
internal static class HostName
{
    /// <summary>The greatest length of a name in DNS. An address may hold a longer name.</summary>
    public const int MaxLength = 255;

    /// <summary>Returns the shortened host of an address in ASCII, with masked keys and images.</summary>
    public static string Safe(Uri address) => Safe(address.IdnHost);

    /// <summary>Returns a shortened host name, with masked keys and images.</summary>
    public static string Safe(string name) => BoundedText.Cut(new Redactor().Redact(name), MaxLength);
}
