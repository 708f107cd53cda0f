using System.Globalization;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Pictures;

/// <summary>The links under which pictures wait to be fetched.</summary>
internal static class LinkAddresses
{
    public const string Folder = "/pictures/";

    /// <summary>Writes a link to a picture.</summary>
    /// <param name="root">Where the outside finds this service, without a slash at the end.</param>
    /// <param name="linked">The picture.</param>
    public static string Write(string root, LinkedPicture linked)
    {
        var expires = linked.Expires.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var query = $"?se={Uri.EscapeDataString(expires)}&sp=r&sig={linked.Signature}";

        return $"{root}{Folder}{linked.FileName}{query}";
    }

    /// <summary>Finds a picture by a link to it that was given out here and has not expired.</summary>
    /// <remarks>Name and signature are random and ours alone, so that it does not matter by which of its addresses the
    /// link names this service.</remarks>
    public static Picture? Find(LinkStore links, string link)
        => Uri.TryCreate(link, UriKind.Absolute, out var address)
            && address.AbsolutePath.LastIndexOf(Folder, StringComparison.Ordinal) is >= 0 and var folder
            && links.Find(address.AbsolutePath[(folder + Folder.Length)..]) is { } linked
            && !links.HasExpired(linked)
            && address.Query.Contains(linked.Signature, StringComparison.Ordinal)
            ? linked.Picture
            : null;
}
