using System.Buffers.Binary;
using System.IO.Compression;

namespace OpenAIImages.Masks;

/// <summary>Writes a PNG with an alpha channel, 8 bits a channel.</summary>
internal static class PngWriter
{
    private const uint AdlerModulus = 65_521;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>Writes an image.</summary>
    /// <param name="width">The width, in pixels.</param>
    /// <param name="height">The height, in pixels.</param>
    /// <param name="pixel">Returns a pixel by its number, row by row: red in the highest byte, alpha in the lowest.
    /// </param>
    public static byte[] Write(int width, int height, Func<int, uint> pixel)
    {
        using var png = new MemoryStream();
        png.Write(Signature.ToArray(), 0, Signature.Length);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8; // bits a channel
        header[9] = 6; // red, green, blue, alpha
        WriteChunk(png, "IHDR"u8, header);
        WriteChunk(png, "IDAT"u8, Compress(width, height, pixel));
        WriteChunk(png, "IEND"u8, []);

        return png.ToArray();
    }

    // Writes the zlib format: two bytes of header, deflated data, and a checksum of the data before compression.
    private static byte[] Compress(int width, int height, Func<int, uint> pixel)
    {
        using var data = new MemoryStream();
        data.WriteByte(0x78);
        data.WriteByte(0x9C);
        uint low = 1, high = 0;
        using (var deflate = new DeflateStream(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            var row = new byte[1 + (width * 4)]; // The first byte is the filter, 0 for none.
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    BinaryPrimitives.WriteUInt32BigEndian(row.AsSpan(1 + (x * 4)), pixel((y * width) + x));
                }

                foreach (var value in row)
                {
                    low = (low + value) % AdlerModulus;
                    high = (high + low) % AdlerModulus;
                }

                deflate.Write(row, 0, row.Length);
            }
        }

        var checksum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, (high << 16) | low);
        data.Write(checksum, 0, checksum.Length);

        return data.ToArray();
    }

    private static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> name, byte[] content)
    {
        var chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        name.CopyTo(chunk.AsSpan(4));
        content.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(
            chunk.AsSpan(content.Length + 8), Crc32.Compute(chunk.AsSpan(4, content.Length + 4)));
        png.Write(chunk, 0, chunk.Length);
    }
}
