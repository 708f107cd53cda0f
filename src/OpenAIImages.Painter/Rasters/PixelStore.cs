namespace OpenAIImages.Painter.Rasters;

/// <summary>Keeps the arrays of finished pictures for later pictures of the same size.</summary>
/// <remarks>
/// .NET collects arrays of many megabytes late. A process that paints one large picture after another would hold the
/// arrays of three or four. The references are weak, so a garbage collection frees the kept arrays.
/// </remarks>
internal static class PixelStore
{
    private const int SmallestKept = 1 << 20;
    private static readonly WeakReference<byte[]>?[] Slots = new WeakReference<byte[]>?[4];

    /// <summary>Gives an array of zeros.</summary>
    public static byte[] Take(int length)
    {
        for (var slot = 0; length >= SmallestKept && slot < Slots.Length; slot++)
        {
            if (Slots[slot] is not { } kept || !kept.TryGetTarget(out var bytes) || bytes.Length != length ||
                Interlocked.CompareExchange(ref Slots[slot], null, kept) != kept)
            {
                continue;
            }

            Array.Clear(bytes);

            return bytes;
        }

        return new byte[length];
    }

    /// <summary>Takes back an array that its user no longer needs.</summary>
    public static void Give(byte[] bytes)
    {
        for (var slot = 0; bytes.Length >= SmallestKept && slot < Slots.Length; slot++)
        {
            var kept = Slots[slot];
            if ((kept is null || !kept.TryGetTarget(out _)) &&
                Interlocked.CompareExchange(ref Slots[slot], new WeakReference<byte[]>(bytes), kept) == kept)
            {
                return;
            }
        }
    }
}
