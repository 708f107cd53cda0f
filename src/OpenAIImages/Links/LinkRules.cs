using System.Net;
using OpenAIImages.ErrorReplies;

namespace OpenAIImages.Links;

/// <summary>Decides which links the client follows, and to which addresses.</summary>
internal static class LinkRules
{
    /// <summary>Checks a link before its host is resolved.</summary>
    /// <returns>The reason to refuse the link; <see langword="null"/> when the client may follow it.</returns>
    public static string? FindFault(Uri link, ImageClientOptions options)
    {
        try
        {
            return FindFaultInAddress(link, options);
        }
        catch (UriFormatException)
        {
            // The platform parses some parts of an address late.
            return "the link is broken: its host's name cannot be read.";
        }
    }

    /// <summary>Resolves the name of a host to the addresses that the client may connect to.</summary>
    /// <exception cref="ImageTransportException">All addresses are refused.</exception>
    public static async Task<IPAddress[]> ResolveAsync(string host, ImageClientOptions options)
    {
        var addresses = await Dns.GetHostAddressesAsync(host).ConfigureAwait(false);
        var allowed = IsTrusted(host, options)
            ? addresses
            : Array.FindAll(addresses, address => !PrivateAddress.IsPrivate(address));

        return allowed.Length > 0 || addresses.Length == 0
            ? allowed
            : throw ImageTransportException.NotSent(LeadsToPrivateAddress(host));
    }

    private static string? FindFaultInAddress(Uri link, ImageClientOptions options)
        => link.Scheme != Uri.UriSchemeHttps && link.Scheme != Uri.UriSchemeHttp
            ? "the link is neither https nor http."
            : link.Scheme == Uri.UriSchemeHttp && !MayBePlain(link, options)
            ? $"the link to '{HostName.Safe(link)}' is plain http; " +
                $"set {nameof(options.AllowPlainHttp)} if that is meant."
            : link.IdnHost.Length > HostName.MaxLength
            ? $"the link leads to a host whose name is longer than {HostName.MaxLength} characters."
            : IsLocal(link) && !IsTrusted(link.IdnHost, options)
            ? LeadsToPrivateAddress(link.IdnHost)
            : null;

    private static bool MayBePlain(Uri link, ImageClientOptions options)
        => link.IsLoopback || options.AllowPlainHttp
            || (options.Endpoint.Scheme == Uri.UriSchemeHttp && IsHostOf(options.Endpoint, link.IdnHost));

    private static bool IsLocal(Uri link)
        => link.IsLoopback || (IPAddress.TryParse(link.IdnHost, out var address) && PrivateAddress.IsPrivate(address));

    // A service at a private address has its links there, too.
    private static bool IsTrusted(string host, ImageClientOptions options)
        => options.Links.AllowPrivateAddresses || IsHostOf(options.Endpoint, host);

    private static bool IsHostOf(Uri endpoint, string host)
        => endpoint.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase);

    private static string LeadsToPrivateAddress(string host)
        => $"the link to '{HostName.Safe(host)}' leads to a private address; set " +
            $"{nameof(ImageLinkOptions.AllowPrivateAddresses)} if that is meant.";
}
