namespace OpenAIImages.Formats;

/// <summary>The first bytes by which files of each kind are known.</summary>
internal static class ImageSignatures
{
    /// <summary>How many bytes of a file are worth keeping to find its kind, an SVG's prologue included.</summary>
    public const int MaxUsefulBytes = 512;

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

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

    // The ISO base media file format names its content in the four bytes behind "ftyp".
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
        if (bytes.StartsWith(Utf8Mark))
        {
            bytes = bytes.Slice(Utf8Mark.Length);
        }

        while (bytes is [(byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n', ..])
        {
            bytes = bytes.Slice(1);
        }

        // A prologue or a comment may come first; then the element must follow within what we were given.
        return bytes.StartsWith("<svg"u8)
            || ((bytes.StartsWith("<?xml"u8) || bytes.StartsWith("<!--"u8)) && bytes.IndexOf("<svg"u8) >= 0);
    }
}
