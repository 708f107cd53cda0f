namespace System.Buffers;

/// <summary>A set of values to search for; only bytes here.</summary>
internal sealed class SearchValues<T>(bool[] isMember)
{
    public bool Contains(byte value) => isMember[value];
}
