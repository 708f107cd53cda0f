using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using OpenAIImages.Inputs;

namespace OpenAIImages.Masks;

/// <summary>Checks whether a PNG with an alpha channel is opaque everywhere, without an imaging library.</summary>
/// <remarks>
/// The check ends at the first pixel that is not opaque. <b>Memory.</b> It holds two rows. Reference: PNG, third
/// edition, 9 (filters) and 10 (compression).
/// </remarks>
internal static class PngOpacity
{
    private const int HeaderLength = 33;
    private const int Grey = 4;
    private const int Colour = 6;
    private const int ZlibHeaderLength = 2;
    private const int MaxRowLength = 1024 * 1024;

    /// <summary>Reads an image.</summary>
    /// <returns>Whether every pixel is opaque; <see langword="false"/> also for files that the method does not examine:
    /// files with a palette, interlaced or broken files, and files with rows of more than a megabyte.</returns>
    /// <exception cref="ImageInputException">The image cannot be read.</exception>
    public static async ValueTask<bool> IsOpaqueAsync(InputSource source, CancellationToken cancellationToken)
    {
        using var file = source.Open();
        var head = new byte[HeaderLength];
        if (await source.FillAsync(file, head, cancellationToken).ConfigureAwait(false) < head.Length
            || head[24] is not (8 or 16) || head[25] is not (Grey or Colour) || head[28] != 0)
        {
            return false;
        }

        var sample = head[24] / 8;
        var pixel = sample * (head[25] == Grey ? 2 : 4);
        var row = BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(16)) * (long)pixel;
        var rows = BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(20));
        if (row is 0 or > MaxRowLength)
        {
            return false;
        }

        using var data = new PngDataStream(source, file);
        try
        {
            return await data.SkipAsync(ZlibHeaderLength, cancellationToken).ConfigureAwait(false)
                && await IsOpaqueAsync(data, (int)row, rows, pixel, sample, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            // The service reports a broken file itself.
            return false;
        }
    }

    private static async ValueTask<bool> IsOpaqueAsync(
        Stream data, int row, uint rows, int pixel, int sample, CancellationToken cancellationToken)
    {
        using var unpacked = new DeflateStream(data, CompressionMode.Decompress, leaveOpen: true);
        var above = ArrayPool<byte>.Shared.Rent(row);
        var current = ArrayPool<byte>.Shared.Rent(row + 1);
        try
        {
            above.AsSpan(0, row).Clear();
            for (var i = 0u; i < rows; i++)
            {
                if (!await FillAsync(unpacked, current.AsMemory(0, row + 1), cancellationToken).ConfigureAwait(false)
                    || !IsOpaque(current.AsSpan(0, row + 1), above.AsSpan(0, row), pixel, sample))
                {
                    return false;
                }

                current.AsSpan(1, row).CopyTo(above);
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(above);
            ArrayPool<byte>.Shared.Return(current);
        }
    }

    private static async ValueTask<bool> FillAsync(
        Stream stream, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (!buffer.IsEmpty)
        {
            var read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return false;
            }

            buffer = buffer.Slice(read);
        }

        return true;
    }

    private static bool IsOpaque(Span<byte> filtered, ReadOnlySpan<byte> above, int pixel, int sample)
    {
        var row = filtered.Slice(1);
        for (var i = 0; i < row.Length; i++)
        {
            int left = i >= pixel ? row[i - pixel] : 0;
            int aboveLeft = i >= pixel ? above[i - pixel] : 0;
            row[i] += filtered[0] switch
            {
                1 => (byte)left,
                2 => above[i],
                3 => (byte)((left + above[i]) / 2),
                4 => Paeth(left, above[i], aboveLeft),
                _ => 0,
            };
            if (i % pixel >= pixel - sample && row[i] != byte.MaxValue)
            {
                return false;
            }
        }

        return true;
    }

    private static byte Paeth(int left, int above, int aboveLeft)
    {
        var toLeft = Math.Abs(above - aboveLeft);
        var toAbove = Math.Abs(left - aboveLeft);
        var toAboveLeft = Math.Abs(left + above - (2 * aboveLeft));

        return (byte)(toLeft <= toAbove && toLeft <= toAboveLeft ? left : toAbove <= toAboveLeft ? above : aboveLeft);
    }
}
