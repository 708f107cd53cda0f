using System.Buffers.Binary;

namespace OpenAIImages.Emulator.Pictures;

/// <summary>Looks for a manifest of content credentials (C2PA) in a picture file, without reading it.</summary>
internal static class ContentManifests
{
    private const int PngSignature = 8;
    private const int RiffHeader = 12;
    private const byte Marker = 0xFF;
    private const byte StartOfScan = 0xDA;
    private const byte Application11 = 0xEB;

    /// <returns>Whether the file is a PNG, JPEG, WebP or GIF file.</returns>
    public static bool IsPicture(ReadOnlySpan<byte> file)
        => IsPng(file) || IsJpeg(file) || IsWebP(file) || IsGif(file);

    public static bool IsIn(ReadOnlySpan<byte> file)
        => IsPng(file) ? IsInChunks(file[PngSignature..], "caBX"u8, isPng: true)
            : IsWebP(file) ? IsInChunks(file[RiffHeader..], "C2PA"u8, isPng: false)
            : IsJpeg(file) ? IsInSegments(file[2..])
            : IsGif(file) && file.IndexOf("C2PA_GIF"u8) >= 0;

    private static bool IsPng(ReadOnlySpan<byte> file)
        => file is [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..];

    private static bool IsJpeg(ReadOnlySpan<byte> file) => file is [0xFF, 0xD8, 0xFF, ..];

    private static bool IsWebP(ReadOnlySpan<byte> file)
        => file.Length >= RiffHeader && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8);

    private static bool IsGif(ReadOnlySpan<byte> file)
        => file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8);

    // A PNG chunk has its length, its name, its data and a checksum. A WebP chunk has its name first, and is padded.
    private static bool IsInChunks(ReadOnlySpan<byte> chunks, ReadOnlySpan<byte> wanted, bool isPng)
    {
        while (chunks.Length >= 8)
        {
            var name = isPng ? chunks[4..8] : chunks[..4];
            if (name.SequenceEqual(wanted))
            {
                return true;
            }

            var length = isPng
                ? BinaryPrimitives.ReadUInt32BigEndian(chunks)
                : BinaryPrimitives.ReadUInt32LittleEndian(chunks[4..]);
            var whole = 8L + length + (isPng ? 4 : length % 2);
            chunks = whole < chunks.Length ? chunks[(int)whole..] : [];
        }

        return false;
    }

    // The manifest is a JUMBF box in APP11 segments, before the pixels begin.
    private static bool IsInSegments(ReadOnlySpan<byte> segments)
    {
        while (segments.Length >= 4 && segments[0] == Marker && segments[1] != StartOfScan)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(segments[2..]);
            var whole = 2 + length;
            if (whole > segments.Length)
            {
                return false;
            }

            if (segments[1] == Application11 && segments[4..whole].IndexOf("jumb"u8) >= 0)
            {
                return true;
            }

            segments = segments[whole..];
        }

        return false;
    }
}
