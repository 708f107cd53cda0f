namespace System.Buffers;

/// <summary>A set of values to look for. Only bytes are looked for in this package.</summary>
internal sealed class SearchValues<T>(bool[] isMember)
{
    public bool Contains(byte value) => isMember[value];
}
