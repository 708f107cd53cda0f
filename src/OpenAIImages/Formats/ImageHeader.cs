using System.Buffers.Binary;

namespace OpenAIImages.Formats;

/// <summary>The header of an image: PNG, JPEG, GIF or WebP.</summary>
/// <param name="Dimensions">The size of the shown image, in pixels: after a rotation that a JPEG asks for.</param>
/// <param name="HasAlpha">Whether the image has an alpha channel or a transparent colour.</param>
internal readonly record struct ImageHeader((int Width, int Height) Dimensions, bool HasAlpha)
{
    /// <summary>The largest number of bytes that are read to find the header of a file: cameras put previews before
    /// it.</summary>
    public const int MaxUsefulBytes = 256 * 1024;

    private const byte PngGreyAlpha = 4;
    private const byte PngColourAlpha = 6;
    private const int PngFirstChunkEnd = 33;

    /// <summary>Reads the header.</summary>
    /// <param name="bytes">The beginning of the file.</param>
    /// <returns>The header; <see langword="null"/> for another type, or when the header is broken or lies after these
    /// bytes.</returns>
    public static ImageHeader? Read(ReadOnlySpan<byte> bytes) => ImageMediaType.Detect(bytes).ToString() switch
    {
        "image/png" => ReadPng(bytes),
        "image/jpeg" => JpegHeader.Read(bytes),
        "image/gif" when bytes.Length >= 10 => Create(
            BinaryPrimitives.ReadUInt16LittleEndian(bytes.Slice(6)),
            BinaryPrimitives.ReadUInt16LittleEndian(bytes.Slice(8)),
            hasAlpha: false),
        "image/webp" => WebPHeader.Read(bytes),
        _ => null,
    };

    /// <summary>Creates a header; <see langword="null"/> when a side is zero or too large.</summary>
    public static ImageHeader? Create(long width, long height, bool hasAlpha)
        => width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue
            ? new ImageHeader(((int)width, (int)height), hasAlpha)
            : null;

    private static ImageHeader? ReadPng(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < PngFirstChunkEnd || !bytes.Slice(12, 4).SequenceEqual("IHDR"u8))
        {
            return null;
        }

        return Create(
            BinaryPrimitives.ReadUInt32BigEndian(bytes.Slice(16)),
            BinaryPrimitives.ReadUInt32BigEndian(bytes.Slice(20)),
            bytes[25] is PngGreyAlpha or PngColourAlpha || HasTransparentColour(bytes.Slice(PngFirstChunkEnd)));
    }

    // A tRNS chunk makes colours of a palette transparent. The chunk comes before the image data.
    private static bool HasTransparentColour(ReadOnlySpan<byte> chunks)
    {
        while (chunks.Length >= 8)
        {
            var name = chunks.Slice(4, 4);
            if (name.SequenceEqual("tRNS"u8) || name.SequenceEqual("IDAT"u8))
            {
                return name[0] == (byte)'t';
            }

            var length = BinaryPrimitives.ReadUInt32BigEndian(chunks);
            if (length > chunks.Length - 12L)
            {
                return false;
            }

            chunks = chunks.Slice((int)length + 12);
        }

        return false;
    }
}
