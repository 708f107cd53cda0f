using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Pictures;

/// <summary>Writes and reads links to pictures.</summary>
/// <remarks>A link has the query of a storage service: <c>se</c> is the end of its life, <c>sp</c> its permission, and
/// <c>sig</c> its signature.</remarks>
internal static class LinkAddresses
{
    public const string Folder = "/pictures/";

    private const string Permission = "r";

    /// <summary>Writes a link to a picture.</summary>
    /// <param name="root">The address of this service for the outside, without a slash at the end.</param>
    /// <param name="linked">The picture.</param>
    public static string Write(string root, LinkedPicture linked)
    {
        var query = $"?se={Uri.EscapeDataString(EndOf(linked))}&sp={Permission}&sig={linked.Signature}";

        return $"{root}{Folder}{linked.FileName}{query}";
    }

    /// <summary>Returns whether a query is the query of the link to a picture.</summary>
    /// <remarks>The signature of a storage service covers the other parameters: a link whose <c>se</c> or <c>sp</c> was
    /// changed is refused as well. A storage service accepts the parameters in any order, and ignores unknown ones.
    /// </remarks>
    /// <param name="linked">The picture.</param>
    /// <param name="query">The query, with or without its question mark; empty when the link has none.</param>
    public static bool Signs(LinkedPicture linked, string? query)
    {
        var parameters = QueryHelpers.ParseQuery(query);

        return Has("se", EndOf(linked)) && Has("sp", Permission) && Has("sig", linked.Signature);

        // A parameter that occurs twice has two values, and equals neither.
        bool Has(string name, string value) => parameters.TryGetValue(name, out var found) && found == value;
    }

    /// <summary>Finds a picture by a link that this service made and that has not expired.</summary>
    /// <remarks>The name and the signature are random, so that only this service can have made them. The link may use
    /// any address of this service.</remarks>
    public static Picture? Find(LinkStore links, string link)
        => Uri.TryCreate(link, UriKind.Absolute, out var address)
            && address.AbsolutePath.LastIndexOf(Folder, StringComparison.Ordinal) is >= 0 and var folder
            && links.Find(address.AbsolutePath[(folder + Folder.Length)..]) is { } linked
            && !links.HasExpired(linked)
            && Signs(linked, address.Query)
            ? linked.Picture
            : null;

    private static string EndOf(LinkedPicture linked)
        => linked.Expires.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
