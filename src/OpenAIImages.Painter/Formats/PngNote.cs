using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace OpenAIImages.Painter.Formats;

/// <summary>A text in a PNG file that viewers skip: a chunk of type iTXt.</summary>
internal static class PngNote
{
    private const string Keyword = "OpenAIImages.Painter";
    private const string Made =
        "OpenAIImages.Painter: drawn by rules from the words of a prompt, offline; no photograph, and made by no model";

    private const int AfterHeader = 8 + 12 + 13;

    // These bytes follow the keyword: its end, "not compressed" (two bytes), no language, no translated keyword.
    private static readonly byte[] Start = [.. Encoding.ASCII.GetBytes(Keyword), 0, 0, 0, 0, 0];

    /// <summary>Gives a PNG file with a text in it, and with another that says how the picture was made.</summary>
    public static byte[] Write(SKDynamicMemoryWStream png, string text)
    {
        byte[] notes =
        [
            .. Chunk([.. "tEXt"u8, .. "Software"u8, 0, .. Encoding.ASCII.GetBytes(Made)]),
            .. Chunk([.. "iTXt"u8, .. Start, .. Encoding.UTF8.GetBytes(text)]),
        ];
        var noted = new byte[notes.Length + png.BytesWritten];
        png.CopyTo(noted.AsSpan(notes.Length));
        // The header moves before the notes.
        noted.AsSpan(notes.Length, AfterHeader).CopyTo(noted);
        notes.CopyTo(noted, AfterHeader);

        return noted;
    }

    /// <summary>Gives the text that <see cref="Write"/> put into a file; null when there is none.</summary>
    /// <param name="file">The file.</param>
    /// <param name="longest">The length in bytes from which a text is too long to be ours.</param>
    public static string? Read(ReadOnlySpan<byte> file, int longest)
    {
        if (!file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']))
        {
            return null;
        }

        var at = 8;
        while (at + 12 <= file.Length)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            if (length < 0 || length > file.Length - at - 12)
            {
                return null;
            }

            var body = file.Slice(at + 8, length);
            if (file.Slice(at + 4, 4).SequenceEqual("iTXt"u8) && body.StartsWith(Start))
            {
                return length > longest ? null : Encoding.UTF8.GetString(body[Start.Length..]);
            }

            at += 12 + length;
        }

        return null;
    }

    private static byte[] Chunk(byte[] body)
    {
        var chunk = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length - 4);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 4), Checksum(body));

        return chunk;
    }

    // CRC-32 as the PNG specification defines it. A note is short, so a table would cost more than it saves.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var part in bytes)
        {
            sum ^= part;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
            }
        }

        return ~sum;
    }
}
