namespace System.Buffers;

/// <summary>A growing array to write to.</summary>
internal sealed class ArrayBufferWriter<T>(int initialCapacity) : IBufferWriter<T>
{
    private T[] _items = new T[initialCapacity];
    private int _written;

    public int Capacity => _items.Length;

    public ReadOnlySpan<T> WrittenSpan => _items.AsSpan(0, _written);

    public void Clear()
    {
        Array.Clear(_items, 0, _written);
        _written = 0;
    }

    public void Advance(int count) => _written += count;

    public Memory<T> GetMemory(int sizeHint = 0)
    {
        var needed = _written + Math.Max(sizeHint, 1);
        if (needed > _items.Length)
        {
            Array.Resize(ref _items, Math.Max(needed, _items.Length * 2));
        }

        return _items.AsMemory(_written);
    }

    public Span<T> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}
