using OpenAIImages.Bytes;

namespace OpenAIImages.Formats;

/// <summary>The first bytes that identify the type of an image.</summary>
internal static class ImageSignatures
{
    /// <summary>The number of bytes that are enough to find the type of a file, even after the prologue of an
    /// SVG.</summary>
    public const int MaxUsefulBytes = 512;

    public static ImageMediaType Match(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => ImageMediaType.Png,
        [0xFF, 0xD8, 0xFF, ..] => ImageMediaType.Jpeg,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => ImageMediaType.Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..]
            => ImageMediaType.WebP,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', _, _, _, _, ..] => MatchBrand(bytes.Slice(8, 4)),
        _ => IsSvg(bytes) ? ImageMediaType.Svg : ImageMediaType.Unknown,
    };

    // The ISO base media file format names its content in the four bytes after "ftyp".
    private static ImageMediaType MatchBrand(ReadOnlySpan<byte> brand)
    {
        if (brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8))
        {
            return ImageMediaType.Avif;
        }

        return brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8)
            || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8)
                ? ImageMediaType.Heif
                : ImageMediaType.Unknown;
    }

    private static bool IsSvg(ReadOnlySpan<byte> bytes)
    {
        bytes = Utf8Text.TrimStart(Utf8Text.WithoutByteOrderMark(bytes));

        // A prologue or a comment may come first. Then the element must follow within the given bytes.
        return bytes.StartsWith("<svg"u8)
            || ((bytes.StartsWith("<?xml"u8) || bytes.StartsWith("<!--"u8)) && bytes.IndexOf("<svg"u8) >= 0);
    }
}
