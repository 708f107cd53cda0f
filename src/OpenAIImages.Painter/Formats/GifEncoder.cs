using OpenAIImages.Painter.Rasters;

namespace OpenAIImages.Painter.Formats;

/// <summary>Writes frames as an animated GIF that repeats for ever.</summary>
/// <remarks>
/// One palette of up to 255 colours for all frames; the last index is transparency. A frame leaves out the pixels that
/// are equal in the previous frame.
/// </remarks>
internal static class GifEncoder
{
    private const int Colours = 255;
    private const byte Clear = 255;
    private const byte Solid = 128;

    // A grid of four by four shifts each colour up or down by these steps, so that gradients show no bands.
    private static readonly sbyte[] Dither = [-7, 1, -5, 3, 5, -3, 7, -1, -4, 4, -6, 2, 8, 0, 6, -2];

    /// <summary>Encodes frames of one size.</summary>
    /// <param name="frames">The frames, at least one.</param>
    /// <param name="delay">The display time of each frame, rounded to hundredths of a second.</param>
    public static byte[] Encode(IReadOnlyList<Pixels> frames, TimeSpan delay)
    {
        var (width, height) = (frames[0].Width, frames[0].Height);
        var groups = ColourGroups.Of(frames, Colours);
        var holes = frames.Any(frame => HasHoles(frame));
        using var file = new MemoryStream();
        file.Write("GIF89a"u8);
        Number(file, width);
        Number(file, height);
        // A palette of 256 entries for all frames, no background colour, square pixels.
        file.Write([0xF7, 0, 0]);
        for (var index = 0; index < 256; index++)
        {
            var (red, green, blue) = index < groups.Colours.Length ? groups.Colours[index] : default;
            file.Write([red, green, blue]);
        }

        file.Write([0x21, 0xFF, 11]);
        file.Write("NETSCAPE2.0"u8);
        file.Write([3, 1, 0, 0, 0]);
        var shown = Array.Empty<byte>();
        foreach (var frame in frames)
        {
            var indexes = Indexes(frame, groups);
            Frame(file, holes ? indexes : Changes(indexes, shown), width, height, delay, holes);
            shown = indexes;
        }

        file.WriteByte(0x3B);

        return file.ToArray();
    }

    private static void Frame(
        MemoryStream file, byte[] indexes, int width, int height, TimeSpan delay, bool holes)
    {
        // A frame with transparency replaces the previous frame. An opaque frame is laid over it.
        file.Write([0x21, 0xF9, 4, (byte)(holes ? 0b1001 : 0b0101)]);
        Number(file, (int)Math.Clamp(Math.Round(delay.TotalMilliseconds / 10), 0, ushort.MaxValue));
        file.Write([Clear, 0, 0x2C, 0, 0, 0, 0]);
        Number(file, width);
        Number(file, height);
        file.WriteByte(0);
        GifCompression.Write(file, indexes);
    }

    private static byte[] Indexes(Pixels frame, ColourGroups groups)
    {
        var dithered = new Pixels(frame.Width, frame.Height);
        Parallel.For(0, frame.Height, y =>
        {
            for (var x = 0; x < frame.Width; x++)
            {
                var at = (y * frame.Width + x) * 4;
                int push = Dither[y % 4 * 4 + x % 4];
                var alpha = frame.Bytes[at + 3];
                for (var channel = at; channel < at + 3; channel++)
                {
                    dithered.Bytes[channel] = (byte)Math.Clamp(frame.Bytes[channel] + push, 0, alpha);
                }

                dithered.Bytes[at + 3] = alpha;
            }
        });
        var indexes = groups.Labels(dithered);
        for (var pixel = 0; pixel < indexes.Length; pixel++)
        {
            indexes[pixel] = frame.Bytes[pixel * 4 + 3] < Solid ? Clear : indexes[pixel];
        }

        return indexes;
    }

    private static byte[] Changes(byte[] indexes, byte[] shown)
    {
        if (shown.Length == 0)
        {
            return indexes;
        }

        var changes = new byte[indexes.Length];
        for (var pixel = 0; pixel < indexes.Length; pixel++)
        {
            changes[pixel] = indexes[pixel] == shown[pixel] ? Clear : indexes[pixel];
        }

        return changes;
    }

    private static bool HasHoles(Pixels frame)
    {
        for (var at = 3; at < frame.Bytes.Length; at += 4)
        {
            if (frame.Bytes[at] < Solid)
            {
                return true;
            }
        }

        return false;
    }

    private static void Number(MemoryStream file, int value) => file.Write([(byte)value, (byte)(value >> 8)]);
}
