using System.Buffers.Binary;

namespace OpenAIImages.Formats;

/// <summary>Reads the size of a WebP of any of its three kinds.</summary>
internal static class WebPHeader
{
    private const int FirstChunk = 12;
    private const int Payload = 20;
    private const int MinLength = 30;
    private const byte AlphaFlag = 0x10;
    private const int SideBits = 14;

    public static ImageHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < MinLength)
        {
            return null;
        }

        var kind = bytes.Slice(FirstChunk, 4);
        var payload = bytes.Slice(Payload);
        if (kind.SequenceEqual("VP8X"u8))
        {
            return ImageHeader.Create(
                ReadUInt24(payload.Slice(4)) + 1, ReadUInt24(payload.Slice(7)) + 1, (payload[0] & AlphaFlag) != 0);
        }

        if (kind.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(payload.Slice(1));
            const uint mask = (1u << SideBits) - 1;

            return ImageHeader.Create(
                (bits & mask) + 1, ((bits >> SideBits) & mask) + 1, ((bits >> (2 * SideBits)) & 1) != 0);
        }

        return kind.SequenceEqual("VP8 "u8)
            ? ImageHeader.Create(
                BinaryPrimitives.ReadUInt16LittleEndian(payload.Slice(6)) & 0x3FFF,
                BinaryPrimitives.ReadUInt16LittleEndian(payload.Slice(8)) & 0x3FFF,
                hasAlpha: false)
            : null;
    }

    private static long ReadUInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
