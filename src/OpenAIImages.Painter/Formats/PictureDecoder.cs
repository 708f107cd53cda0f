using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using OpenAIImages.Painter.Rasters;
using SkiaSharp;

namespace OpenAIImages.Painter.Formats;

/// <summary>Reads PNG, JPEG and WebP files, and turns them as their orientation says.</summary>
internal static class PictureDecoder
{
    private delegate void BandReader(ReadOnlySpan<byte> rows, int row);

    // A small file can declare a size that does not fit into memory.
    private const long MostPixels = 8_192L * 8_192;

    // Larger pictures are read at a half, a third … of their size. More would cost memory and show nothing more.
    private const long MostKept = 4_096L * 4_096;

    // Skia reads a PNG from its first row on. A large one is read in bands of rows, each from the first row again.
    private const long MostAtOnce = 4_096L * 4_096;

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">What to call it in a message: "source 1", "the mask".</param>
    /// <param name="needed">
    /// The size in which it is used; null keeps up to sixteen million pixels. A picture of more than twice this size
    /// is read at a part of its own, not smaller than needed.
    /// </param>
    /// <exception cref="FormatException">It cannot be read.</exception>
    public static Photo Decode(ReadOnlyMemory<byte> file, string name, SKSizeI? needed = null)
    {
        using var data = SharedMemory.File(file);
        using var codec = Open(data, name);
        var photo = Read(codec, PartOf(codec, needed), name);

        return codec.EncodedOrigin == SKEncodedOrigin.TopLeft ? photo : Turn(photo, codec.EncodedOrigin);
    }

    /// <summary>Reads the transparency of a mask or of marks, without keeping the colours of a PNG.</summary>
    /// <inheritdoc cref="Decode"/>
    public static Overlay DecodeOverlay(ReadOnlyMemory<byte> file, string name, SKSizeI needed)
    {
        using var data = SharedMemory.File(file);
        using var codec = Open(data, name);
        if (codec.EncodedOrigin != SKEncodedOrigin.TopLeft || codec.EncodedFormat != SKEncodedImageFormat.Png)
        {
            return Overlay.Of(Decode(file, name, needed));
        }

        var part = PartOf(codec, needed);
        var (width, height) = (codec.Info.Width / part, codec.Info.Height / part);
        var alphas = new byte[width * height];
        ReadInBands(codec, part, name, (rows, y) => AverageAlpha(
            rows, codec.Info.Width, part, alphas.AsSpan(y * width, width)));

        return new Overlay(width, height, alphas, codec.Info.Size);
    }

    private static SKCodec Open(SKData data, string name)
    {
        var codec = SKCodec.Create(data);
        if (codec?.EncodedFormat is not (SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg
            or SKEncodedImageFormat.Webp))
        {
            codec?.Dispose();
            throw new FormatException($"Cannot read {name}: it is no PNG, JPEG or WebP file.");
        }

        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if ((long)width * height > MostPixels)
        {
            codec.Dispose();
            throw new FormatException($"Cannot read {name}: {width}x{height} pixels are too many.");
        }

        return codec;
    }

    private static int PartOf(SKCodec codec, SKSizeI? needed)
    {
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        var part = 1;
        if (needed is { Width: > 0, Height: > 0 } size)
        {
            var (across, down) = codec.EncodedOrigin >= SKEncodedOrigin.LeftTop
                ? (size.Height, size.Width) : (size.Width, size.Height);
            part = Math.Max(1, Math.Min(width / across, height / down));
        }

        while ((long)(width / part) * (height / part) > MostKept)
        {
            part++;
        }

        return part;
    }

    private static Photo Read(SKCodec codec, int part, string name)
    {
        var size = part == 1 ? codec.Info.Size : codec.GetScaledDimensions(1f / part);
        if (part > 1 && size == codec.Info.Size)
        {
            return ReadSmaller(codec, part, name);
        }

        var straight = new byte[size.Width * size.Height * 4];
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        var pinned = GCHandle.Alloc(straight, GCHandleType.Pinned);
        try
        {
            if (codec.GetPixels(info, pinned.AddrOfPinnedObject()) != SKCodecResult.Success)
            {
                throw Damaged(name);
            }
        }
        finally
        {
            pinned.Free();
        }

        return new Photo(size.Width, size.Height, straight)
        {
            FileSize = codec.Info.Size,
            IsOpaque = IsOpaque(codec),
        };
    }

    // Skia cannot reduce a PNG while it reads it. It is reduced afterwards, by the averages of its squares of pixels.
    private static Photo ReadSmaller(SKCodec codec, int part, string name)
    {
        var (full, width, height) = (codec.Info.Width, codec.Info.Width / part, codec.Info.Height / part);
        var straight = new byte[width * height * 4];
        ReadInBands(codec, part, name, (rows, y) => Average(
            rows, full, part, straight.AsSpan(y * width * 4, width * 4)));

        return new Photo(width, height, straight) { FileSize = codec.Info.Size, IsOpaque = IsOpaque(codec) };
    }

    // Gives a reader the rows of pixels that become one row of the result, and the number of that row.
    private static void ReadInBands(SKCodec codec, int part, string name, BandReader read)
    {
        var (full, height) = (codec.Info.Width, codec.Info.Height / part);
        var most = Math.Min(Math.Max(1, (int)(MostAtOnce / full / part)) * part, height * part);
        using var band = new SKBitmap(new SKImageInfo(full, most, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        for (var top = 0; top < height * part; top += most)
        {
            var rows = Math.Min(most, height * part - top);
            ReadBand(codec, band, SKRectI.Create(0, top, full, rows), name);
            for (var y = 0; y < rows / part; y++)
            {
                read(band.GetPixelSpan().Slice(y * part * full * 4, part * full * 4), top / part + y);
            }
        }
    }

    private static bool IsOpaque(SKCodec codec) => codec.Info.AlphaType == SKAlphaType.Opaque;

    private static void ReadBand(SKCodec codec, SKBitmap band, SKRectI rows, string name)
    {
        var info = band.Info.WithSize(codec.Info.Size);
        if (codec.StartIncrementalDecode(info, band.GetPixels(), band.RowBytes, new SKCodecOptions(rows))
            != SKCodecResult.Success || codec.IncrementalDecode() != SKCodecResult.Success)
        {
            throw Damaged(name);
        }
    }

    // The runtime compiles the hot loops for speed at once. In a first edit they would end before a second compilation.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Average(ReadOnlySpan<byte> rows, int full, int part, Span<byte> row)
    {
        for (var at = 0; at < row.Length; at++)
        {
            var (from, sum) = (at / 4 * part * 4 + at % 4, 0);
            for (var y = 0; y < part; y++)
            {
                for (var x = 0; x < part; x++)
                {
                    sum += rows[(y * full + x) * 4 + from];
                }
            }

            row[at] = (byte)(sum / (part * part));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AverageAlpha(ReadOnlySpan<byte> rows, int full, int part, Span<byte> row)
    {
        for (var at = 0; at < row.Length; at++)
        {
            var sum = 0;
            for (var y = 0; y < part; y++)
            {
                for (var x = 0; x < part; x++)
                {
                    sum += rows[(y * full + at * part + x) * 4 + 3];
                }
            }

            row[at] = (byte)(sum / (part * part));
        }
    }

    private static FormatException Damaged(string name) => new($"Cannot read {name}: the file is damaged.");

    private static Photo Turn(Photo photo, SKEncodedOrigin origin)
    {
        var sideways = origin >= SKEncodedOrigin.LeftTop;
        var (width, height) = sideways ? (photo.Height, photo.Width) : (photo.Width, photo.Height);
        var turned = new byte[photo.Straight.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (fromX, fromY) = origin switch
                {
                    SKEncodedOrigin.TopRight => (width - 1 - x, y),
                    SKEncodedOrigin.BottomRight => (width - 1 - x, height - 1 - y),
                    SKEncodedOrigin.BottomLeft => (x, height - 1 - y),
                    SKEncodedOrigin.LeftTop => (y, x),
                    SKEncodedOrigin.RightTop => (y, width - 1 - x),
                    SKEncodedOrigin.RightBottom => (height - 1 - y, width - 1 - x),
                    _ => (height - 1 - y, x),
                };
                photo.Straight.AsSpan((fromY * photo.Width + fromX) * 4, 4).CopyTo(turned.AsSpan((y * width + x) * 4));
            }
        }

        var file = photo.FileSize;

        return new Photo(width, height, turned)
        {
            FileSize = sideways ? new SKSizeI(file.Height, file.Width) : file,
            IsOpaque = photo.IsOpaque,
        };
    }
}
