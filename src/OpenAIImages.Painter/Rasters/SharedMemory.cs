using System.Buffers;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace OpenAIImages.Painter.Rasters;

/// <summary>Shows memory of ours to Skia without a copy. It must not change while Skia uses it.</summary>
internal static class SharedMemory
{
    /// <summary>Shows pixels as an image. The caller disposes of it.</summary>
    /// <param name="info">What the pixels are.</param>
    /// <param name="bytes">The pixels.</param>
    /// <param name="borrowed">Whether the array goes back to the pool with the image.</param>
    public static SKImage Image(SKImageInfo info, byte[] bytes, bool borrowed = false)
    {
        var pinned = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        using var pixmap = new SKPixmap(info, pinned.AddrOfPinnedObject(), info.RowBytes);

        return SKImage.FromPixels(pixmap, (_, _) =>
        {
            pinned.Free();
            if (borrowed)
            {
                ArrayPool<byte>.Shared.Return(bytes);
            }
        });
    }

    /// <summary>Shows a file. The caller disposes of it.</summary>
    public static SKData File(ReadOnlyMemory<byte> file)
    {
        var bytes = MemoryMarshal.TryGetArray(file, out var segment) ? segment : new ArraySegment<byte>(file.ToArray());
        var pinned = GCHandle.Alloc(bytes.Array, GCHandleType.Pinned);

        return SKData.Create(
            pinned.AddrOfPinnedObject() + bytes.Offset, bytes.Count, (_, _) => pinned.Free());
    }
}
