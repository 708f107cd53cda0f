namespace System.Numerics;

/// <summary>Counts bits.</summary>
internal static class BitOperations
{
    // Its top six bits differ for each of the 64 places that it can be shifted by.
    private const ulong DeBruijn = 0x03F7_9D71_B4CB_0A89;

    private const int TopSix = 58;

    private static readonly byte[] Places = MakePlaces();

    public static int TrailingZeroCount(uint value) => TrailingZeroCount(value | (1UL << 32));

    public static int TrailingZeroCount(ulong value)
        => value == 0 ? 64 : Places[((value & (~value + 1)) * DeBruijn) >> TopSix];

    private static byte[] MakePlaces()
    {
        var places = new byte[64];
        for (var place = 0; place < places.Length; place++)
        {
            places[(DeBruijn << place) >> TopSix] = (byte)place;
        }

        return places;
    }
}
