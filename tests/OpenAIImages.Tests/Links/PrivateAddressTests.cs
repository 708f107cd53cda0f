using System.Net;
using OpenAIImages.Links;

namespace OpenAIImages.Tests.Links;

/// <summary>The client knows the two IANA registries of special-purpose addresses, row by row.</summary>
public sealed class PrivateAddressTests
{
    public static TheoryData<string, bool> Version4 => new()
    {
        { "0.0.0.0/8", true },
        { "10.0.0.0/8", true },
        { "100.64.0.0/10", true },
        { "127.0.0.0/8", true },
        { "169.254.0.0/16", true },
        { "172.16.0.0/12", true },
        { "192.0.0.0/24", true },
        { "192.0.0.0/29", true },
        { "192.0.0.8/32", true },
        { "192.0.0.9/32", true },
        { "192.0.0.10/32", true },
        { "192.0.0.170/32", true },
        { "192.0.0.171/32", true },
        { "192.0.2.0/24", true },
        { "192.31.196.0/24", false },
        { "192.52.193.0/24", false },
        { "192.88.99.0/24", true },
        { "192.88.99.2/32", true },
        { "192.168.0.0/16", true },
        { "192.175.48.0/24", false },
        { "198.18.0.0/15", true },
        { "198.51.100.0/24", true },
        { "203.0.113.0/24", true },
        { "240.0.0.0/4", true },
        { "255.255.255.255/32", true },

        // The registry does not hold multicast addresses.
        { "224.0.0.0/4", true },
    };

    public static TheoryData<string, bool> Version6 => new()
    {
        { "::1/128", true },
        { "::/128", true },
        { "64:ff9b:1::/48", true },
        { "100::/64", true },
        { "100:0:0:1::/64", true },
        { "2001::/23", true },
        { "2001::/32", true },
        { "2001:1::1/128", true },
        { "2001:1::2/128", true },
        { "2001:1::3/128", true },
        { "2001:2::/48", true },
        { "2001:3::/32", true },
        { "2001:4:112::/48", true },
        { "2001:10::/28", true },
        { "2001:20::/28", true },
        { "2001:30::/28", true },
        { "2001:db8::/32", true },
        { "2620:4f:8000::/48", false },
        { "3fff::/20", true },
        { "5f00::/16", true },
        { "fc00::/7", true },
        { "fe80::/10", true },

        // The registry does not hold the oldest form of IPv4, site-local and multicast addresses.
        { "::/96", true },
        { "fec0::/10", true },
        { "ff00::/8", true },
    };

    [Theory]
    [MemberData(nameof(Version4))]
    [MemberData(nameof(Version6))]
    public void The_first_and_the_last_address_of_a_block_have_one_verdict(string block, bool isPrivate)
    {
        var (first, last) = Ends(block);

        Assert.Equal(isPrivate, PrivateAddress.IsPrivate(first));
        Assert.Equal(isPrivate, PrivateAddress.IsPrivate(last));
    }

    // ::ffff:0:0/96, 64:ff9b::/96 and 2002::/16 hold an IPv4 address, which decides. Addresses of 64:ff9b:1::/48
    // and 2001::/32 lead to a private network.
    [Theory]
    [MemberData(nameof(Version4))]
    public void An_IPv4_address_inside_an_IPv6_address_keeps_its_verdict(string block, bool isPrivate)
    {
        var (first, last) = Ends(block);
        foreach (var inside in new[] { first, last })
        {
            var bytes = inside.GetAddressBytes();
            var upsideDown = Array.ConvertAll(bytes, octet => (byte)~octet);

            Assert.Equal(isPrivate, PrivateAddress.IsPrivate(inside.MapToIPv6()));
            Assert.Equal(isPrivate, PrivateAddress.IsPrivate(IPAddress.Parse($"64:ff9b::{inside}")));
            Assert.Equal(isPrivate, PrivateAddress.IsPrivate(new IPAddress([0x20, 0x02, .. bytes, .. new byte[10]])));
            Assert.True(PrivateAddress.IsPrivate(IPAddress.Parse($"64:ff9b:1::{inside}")));
            Assert.True(PrivateAddress.IsPrivate(new IPAddress([0x20, 0x01, .. new byte[10], .. upsideDown])));
        }
    }

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("192.0.1.255")]
    [InlineData("192.0.3.0")]
    [InlineData("192.88.98.255")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("198.51.99.255")]
    [InlineData("203.0.114.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2001:200::1")]
    [InlineData("2001:db7:ffff::1")]
    [InlineData("2001:db9::1")]
    [InlineData("2003::1")]
    [InlineData("2606:4700::1")]
    [InlineData("3ffe:ffff::1")]
    [InlineData("3fff:1000::1")]
    [InlineData("2002:0808:0808::")]
    [InlineData("64:ff9b::8.8.8.8")]
    [InlineData("::ffff:8.8.8.8")]
    public void Addresses_next_to_the_blocks_are_public(string address)
        => Assert.False(PrivateAddress.IsPrivate(IPAddress.Parse(address)));

    private static (IPAddress First, IPAddress Last) Ends(string block)
    {
        var network = IPNetwork.Parse(block);
        var bytes = network.BaseAddress.GetAddressBytes();
        for (var bit = network.PrefixLength; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] |= (byte)(0x80 >> (bit % 8));
        }

        return (network.BaseAddress, new IPAddress(bytes));
    }
}
