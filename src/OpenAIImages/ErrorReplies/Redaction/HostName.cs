namespace OpenAIImages.ErrorReplies;

/// <summary>Writes the host of an address that came from outside, for messages.</summary>
/// <remarks>Whoever redirects chooses the name, and may have put into it what was sent.</remarks>
internal static class HostName
{
    /// <summary>The length of the longest name that DNS knows. An address may hold a longer one.</summary>
    public const int MaxLength = 255;

    /// <summary>Writes a host's name: in ASCII, bounded, without what looks like a key or a picture.</summary>
    public static string Safe(Uri address) => Safe(address.IdnHost);

    /// <summary>Writes a host's name that is in ASCII: bounded, without what looks like a key or a picture.</summary>
    public static string Safe(string name) => BoundedText.Cut(new Redactor().Redact(name), MaxLength);
}
