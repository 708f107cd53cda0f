using System.Buffers.Binary;
using System.IO.Compression;

namespace OpenAIImages.Tests.Support;

/// <summary>Writes PNGs with an alpha channel; the rows use the five filters in turn, and the data has many
/// chunks.</summary>
internal static class AlphaPng
{
    private const int Chunk = 100;

    /// <summary>Writes a picture of random colours.</summary>
    /// <param name="kind">4: grey with alpha; 6: colour with alpha.</param>
    /// <param name="bits">8 or 16 a sample.</param>
    /// <param name="width">The width, in pixels.</param>
    /// <param name="height">The height, in pixels.</param>
    /// <param name="freeAt">The only transparent pixel; <see langword="null"/> for none.</param>
    public static byte[] Write(byte kind, byte bits, int width, int height, (int X, int Y)? freeAt)
    {
        var sample = bits / 8;
        var pixel = sample * (kind == 4 ? 2 : 4);
        var random = new Random(7);
        var above = new byte[width * pixel];
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                var row = new byte[width * pixel];
                random.NextBytes(row);
                for (var x = 0; x < width; x++)
                {
                    row.AsSpan(((x + 1) * pixel) - sample, sample).Fill(freeAt == (x, y) ? (byte)0 : (byte)255);
                }

                zlib.Write(Filter(row, above, pixel, (byte)(y % 5)));
                above = row;
            }
        }

        using var file = new MemoryStream();
        file.Write(Bodies.PngSignature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (bits, kind);
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "tEXt"u8, "Title\0A mask"u8);
        foreach (var part in packed.ToArray().Chunk(Chunk))
        {
            WriteChunk(file, "IDAT"u8, part);
        }

        WriteChunk(file, "IEND"u8, []);

        return file.ToArray();
    }

    private static byte[] Filter(byte[] row, byte[] above, int pixel, byte filter)
    {
        var filtered = new byte[row.Length + 1];
        filtered[0] = filter;
        for (var i = 0; i < row.Length; i++)
        {
            int left = i >= pixel ? row[i - pixel] : 0;
            int aboveLeft = i >= pixel ? above[i - pixel] : 0;
            var estimate = left + above[i] - aboveLeft;
            int[] near = [left, above[i], aboveLeft];
            filtered[i + 1] = (byte)(row[i] - filter switch
            {
                1 => left,
                2 => above[i],
                3 => (left + above[i]) / 2,
                4 => near.MinBy(value => Math.Abs(estimate - value)),
                _ => 0,
            });
        }

        return filtered;
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        file.Write(length);
        file.Write(name);
        file.Write(data);
        file.Write([0, 0, 0, 0]); // The client does not check the checksum.
    }
}
