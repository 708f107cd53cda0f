using CsCheck;
using OpenAIImages.Formats;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Formats;

public sealed class ImageHeaderTests
{
    // The headers of real files, written by hand from the specifications.
    private static readonly Dictionary<string, byte[]> Headers = new()
    {
        ["gif"] = [.. "GIF89a"u8, 0x40, 0x01, 0xF0, 0x00, 0, 0],
        ["webp lossy"] =
        [
            .. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8 "u8,
            0, 0, 0, 0, 0, 0, 0, 0x9D, 0x01, 0x2A, 0x40, 0x01, 0xF0, 0x00,
        ],
        ["webp extended"] =
        [
            .. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8,
            10, 0, 0, 0, 0x10, 0, 0, 0, 0x3F, 0x01, 0, 0xEF, 0, 0,
        ],
        ["webp lossless"] =
        [
            .. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8L"u8,
            0, 0, 0, 0, 0x2F, 0x3F, 0xC1, 0x3B, 0x10, 0, 0, 0, 0, 0,
        ],
        ["jpeg"] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 11, 8, 0x00, 0xF0, 0x01, 0x40, 3, 1, 2, 3],
        ["jpeg turned"] =
        [
            0xFF, 0xD8, 0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0,
            0xFF, 0xFF, 0xC2, 0, 11, 8, 0x01, 0x40, 0x00, 0xF0, 3, 1, 2, 3,
        ],
    };

    [Theory]
    [InlineData("gif", false)]
    [InlineData("webp lossy", false)]
    [InlineData("webp extended", true)]
    [InlineData("webp lossless", true)]
    [InlineData("jpeg", false)]
    [InlineData("jpeg turned", false)]
    public void Width_and_height_are_those_of_the_picture_as_it_is_shown(string kind, bool hasAlpha)
        => Assert.Equal(new ImageHeader((320, 240), hasAlpha), ImageHeader.Read(Headers[kind]));

    [Fact]
    public void A_PNG_header_gives_size_and_alpha()
    {
        byte[] png =
        [
            .. Bodies.PngSignature, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 1, 64, 0, 0, 0, 240, 8, 3, 0, 0, 0, 0, 0, 0, 0,
        ];

        Assert.Equal(new ImageHeader((320, 240), false), ImageHeader.Read(png));
        Assert.Equal(
            new ImageHeader((320, 240), true), ImageHeader.Read([.. png, 0, 0, 0, 1, .. "tRNS"u8, 0, 0, 0, 0, 0]));
    }

    [Fact]
    public void A_header_that_is_cut_or_damaged_never_throws()
        => Gen.Select(Gen.Int[0, Headers.Count - 1], Gen.Int[0, 60], Gen.Int[0, 60], Gen.Byte).Sample(
            (kind, length, place, value) =>
            {
                var bytes = Headers.Values.ElementAt(kind).ToArray();
                if (place < bytes.Length)
                {
                    bytes[place] = value;
                }

                ImageHeader.Read(bytes.AsSpan(0, Math.Min(length, bytes.Length)));
            }, iter: 20_000);
}
