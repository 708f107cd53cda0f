namespace System.Buffers;

/// <summary>Creates sets of values to search for.</summary>
internal static class SearchValues
{
    public static SearchValues<byte> Create(ReadOnlySpan<byte> values)
    {
        var isMember = new bool[byte.MaxValue + 1];
        foreach (var value in values)
        {
            isMember[value] = true;
        }

        return new SearchValues<byte>(isMember);
    }
}
