using System.Net;
using System.Net.Sockets;

namespace OpenAIImages.Links;

/// <summary>Recognises addresses that are not public: addresses of this machine and of local networks.</summary>
/// <remarks>A link comes from outside. Without this check, a link could read from hosts that only this machine can
/// reach.</remarks>
internal static class PrivateAddress
{
    /// <summary>Gets whether an address is not that of a public host: loopback, private, link-local or
    /// reserved.</summary>
    public static bool IsPrivate(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();

        return address.AddressFamily == AddressFamily.InterNetwork ? IsVersion4(bytes) : IsVersion6(bytes);
    }

    // IANA's IPv4 Special-Purpose Address Registry, without three blocks that are globally reachable: 192.31.196.0/24,
    // 192.52.193.0/24 and 192.175.48.0/24. Two more reachable blocks are inside 192.0.0.0/24 and stay refused: the
    // nearest router answers there. Addresses from 224.0.0.0 on do not belong to a single host.
    private static bool IsVersion4(ReadOnlySpan<byte> address) => address switch
    {
        [0 or 10 or 127 or >= 224, ..] => true,
        [100, >= 64 and <= 127, ..] => true,
        [169, 254, ..] => true,
        [172, >= 16 and <= 31, ..] => true,
        [192, 0, 0 or 2, _] => true,
        [192, 88, 99, _] => true,
        [192, 168, ..] => true,
        [198, 18 or 19, ..] => true,
        [198, 51, 100, _] => true,
        [203, 0, 113, _] => true,
        _ => false,
    };

    // IANA's IPv6 Special-Purpose Address Registry. The globally reachable blocks inside 2001::/23 are refused, too:
    // the nearest router answers there, or they are not addresses of hosts.
    private static bool IsVersion6(ReadOnlySpan<byte> address) => address switch
    {
        // These are version 4 addresses, translated (64:ff9b::/96) or tunnelled (2002::/16).
        [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0, ..] => IsVersion4(address.Slice(12)),
        [0x20, 0x02, ..] => IsVersion4(address.Slice(2, 4)),

        // These are for protocols (2001::/23), among them tunnels to anywhere (2001::/32), and for documentation.
        [0x20, 0x01, 0 or 1, ..] => true,
        [0x20, 0x01, 0x0D, 0xB8, ..] => true,
        [0x3F, 0xFF, < 0x10, ..] => true,

        // Only 2000::/3 is for public hosts.
        [>= 0x20 and <= 0x3F, ..] => false,
        _ => true,
    };
}
