using System.Globalization;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Pictures;

/// <summary>Writes and reads links to pictures.</summary>
internal static class LinkAddresses
{
    public const string Folder = "/pictures/";

    /// <summary>Writes a link to a picture.</summary>
    /// <param name="root">The address of this service for the outside, without a slash at the end.</param>
    /// <param name="linked">The picture.</param>
    public static string Write(string root, LinkedPicture linked)
    {
        var expires = linked.Expires.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var query = $"?se={Uri.EscapeDataString(expires)}&sp=r&sig={linked.Signature}";

        return $"{root}{Folder}{linked.FileName}{query}";
    }

    /// <summary>Finds a picture by a link that this service made and that has not expired.</summary>
    /// <remarks>The name and the signature are random, so that only this service can have made them. The link may use
    /// any address of this service.</remarks>
    public static Picture? Find(LinkStore links, string link)
        => Uri.TryCreate(link, UriKind.Absolute, out var address)
            && address.AbsolutePath.LastIndexOf(Folder, StringComparison.Ordinal) is >= 0 and var folder
            && links.Find(address.AbsolutePath[(folder + Folder.Length)..]) is { } linked
            && !links.HasExpired(linked)
            && address.Query.Contains(linked.Signature, StringComparison.Ordinal)
            ? linked.Picture
            : null;
}
