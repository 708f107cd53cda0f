using System.Net;
using System.Net.Sockets;

namespace OpenAIImages.Links;

/// <summary>Tells addresses of this machine and its neighbourhood from those of the public network.</summary>
/// <remarks>A link comes from outside. Followed blindly, it could read what only this machine can reach.</remarks>
internal static class PrivateAddress
{
    /// <summary>Whether an address is none of a public host: loopback, private, link-local, reserved.</summary>
    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();

        return address.AddressFamily == AddressFamily.InterNetwork ? IsVersion4(bytes) : IsVersion6(bytes);
    }

    private static bool IsVersion4(ReadOnlySpan<byte> address) => address switch
    {
        [0 or 10 or 127 or >= 224, ..] => true,
        [100, >= 64 and <= 127, ..] => true,
        [169, 254, ..] => true,
        [172, >= 16 and <= 31, ..] => true,
        [192, 0, 0, _] => true,
        [192, 168, ..] => true,
        [198, 18 or 19, ..] => true,
        _ => false,
    };

    private static bool IsVersion6(ReadOnlySpan<byte> address) => address switch
    {
        // Public version 4 addresses, translated (64:ff9b::/96) or tunnelled (2002::/16).
        [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0, ..] => IsVersion4(address.Slice(12)),
        [0x20, 0x02, ..] => IsVersion4(address.Slice(2, 4)),

        // Tunnels to anywhere (2001::/32).
        [0x20, 0x01, 0, 0, ..] => true,

        // Of all of version 6, only 2000::/3 is given to public hosts.
        [>= 0x20 and <= 0x3F, ..] => false,
        _ => true,
    };
}
