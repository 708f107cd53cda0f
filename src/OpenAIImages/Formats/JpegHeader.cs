using System.Buffers.Binary;

namespace OpenAIImages.Formats;

/// <summary>Reads the size of a JPEG, also of one that is shown with a rotation by 90 degrees.</summary>
internal static class JpegHeader
{
    private const byte MarkerPrefix = 0xFF;
    private const byte StartOfScan = 0xDA;
    private const byte Exif = 0xE1;
    private const ushort OrientationTag = 0x0112;

    // Orientations from the fifth on swap the sides.
    private const int FirstTurned = 5;
    private const int LastTurned = 8;

    private static ReadOnlySpan<byte> ExifName => "Exif\0\0"u8;

    public static ImageHeader? Read(ReadOnlySpan<byte> bytes)
    {
        var isTurned = false;
        var rest = bytes.Slice(2);
        while (rest.Length >= 4 && rest[0] == MarkerPrefix)
        {
            var marker = rest[1];
            if (marker == MarkerPrefix)
            {
                rest = rest.Slice(1);
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(rest.Slice(2));
            if (marker == StartOfScan || length < 2 || rest.Length < length + 2)
            {
                return null;
            }

            var segment = rest.Slice(4, length - 2);
            if (IsFrame(marker))
            {
                return segment.Length < 5 ? null : ReadFrame(segment, isTurned);
            }

            isTurned |= marker == Exif && segment.StartsWith(ExifName) && IsTurned(segment.Slice(ExifName.Length));
            rest = rest.Slice(length + 2);
        }

        return null;
    }

    // SOF0 to SOF15, without the three markers of that range that are tables.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static ImageHeader? ReadFrame(ReadOnlySpan<byte> frame, bool isTurned)
    {
        var height = BinaryPrimitives.ReadUInt16BigEndian(frame.Slice(1));
        var width = BinaryPrimitives.ReadUInt16BigEndian(frame.Slice(3));

        return isTurned
            ? ImageHeader.Create(height, width, hasAlpha: false)
            : ImageHeader.Create(width, height, hasAlpha: false);
    }

    // EXIF data is a small TIFF file: a byte order, the offset of a directory, and entries of 12 bytes.
    private static bool IsTurned(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
        {
            return false;
        }

        var isLittle = tiff[0] == (byte)'I';
        var directory = ReadUInt32(tiff.Slice(4), isLittle);
        if (directory > tiff.Length - 2)
        {
            return false;
        }

        var count = ReadUInt16(tiff.Slice((int)directory), isLittle);
        var entries = tiff.Slice((int)directory + 2);
        for (var i = 0; i < count && entries.Length >= 12; i++, entries = entries.Slice(12))
        {
            if (ReadUInt16(entries, isLittle) == OrientationTag)
            {
                return ReadUInt16(entries.Slice(8), isLittle) is >= FirstTurned and <= LastTurned;
            }
        }

        return false;
    }

    private static ushort ReadUInt16(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle
        ? BinaryPrimitives.ReadUInt16LittleEndian(bytes)
        : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint ReadUInt32(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle
        ? BinaryPrimitives.ReadUInt32LittleEndian(bytes)
        : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
