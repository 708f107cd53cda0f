using System.Buffers;

namespace OpenAIImages.Decoders;

/// <summary>Collects an image in one array of its own size.</summary>
/// <param name="expected">The greatest length of the image, if it is known, else 0.</param>
/// <remarks>
/// <b>Memory.</b> With a good guess, the decoder writes the bytes directly into the array for the caller. Otherwise the
/// bytes pass through pooled segments, and the sink joins them once. The array has at most 1 % more bytes than the
/// image. The promise of 1.002 times the bytes of the image depends on this; the allocation budgets test it.
/// </remarks>
internal sealed class MemorySink(int expected) : ImageSink
{
    private const int FirstSegmentLength = 128 * 1024;
    private const int MaxSegmentLength = 1024 * 1024;
    private const int MaxSlackDivisor = 100;

    private List<ArraySegment<byte>>? _pooled;
    private byte[] _exact = [];
    private byte[] _current = [];
    private int _exactLength;
    private int _used;

    public override Span<byte> Room => _current.AsSpan(_used);

    // Segments grow, since the pool keeps only a few arrays of each size.
    private int SegmentLength => Math.Min(FirstSegmentLength << Math.Min(_pooled?.Count ?? 0, 3), MaxSegmentLength);

    public override ValueTask MakeRoomAsync(CancellationToken cancellationToken)
    {
        if (Room.Length < MinRoom)
        {
            SetAside();
            _current = Length == 0 && expected > 0
                ? _exact = GC.AllocateUninitializedArray<byte>(expected)
                : ArrayPool<byte>.Shared.Rent(SegmentLength);
        }

        return default;
    }

    public override ValueTask<StoredImage> CompleteAsync(CancellationToken cancellationToken)
    {
        var bytes = Join();
        Dispose();

        return new(new StoredImage(bytes.Length, ImageMediaType.Detect(bytes.Span)) { Bytes = bytes });
    }

    public override void Dispose()
    {
        _pooled?.ForEach(static segment => ArrayPool<byte>.Shared.Return(segment.Array!));
        _pooled = null;
        if (_current.Length > 0 && _current != _exact)
        {
            ArrayPool<byte>.Shared.Return(_current);
        }

        _current = _exact = [];
        _used = 0;
    }

    protected override void OnAdvanced(int count) => _used += count;

    private ReadOnlyMemory<byte> Join()
    {
        if (_current == _exact)
        {
            SetAside();
        }

        // The last segment is not in the list, so a small image with one segment needs no list.
        var slack = _exact.Length - _exactLength;
        if (_current.Length == 0 && _pooled is null && slack * (long)MaxSlackDivisor <= _exact.Length)
        {
            return _exact.AsMemory(0, _exactLength);
        }

        var whole = GC.AllocateUninitializedArray<byte>(checked((int)Length));
        _exact.AsSpan(0, _exactLength).CopyTo(whole);
        var end = _exactLength;
        for (var i = 0; i < _pooled?.Count; i++)
        {
            _pooled[i].AsSpan().CopyTo(whole.AsSpan(end));
            end += _pooled[i].Count;
        }

        _current.AsSpan(0, _used).CopyTo(whole.AsSpan(end));

        return whole;
    }

    private void SetAside()
    {
        if (_current == _exact)
        {
            _exactLength += _used;
        }
        else if (_current.Length > 0)
        {
            (_pooled ??= []).Add(new ArraySegment<byte>(_current, 0, _used));
        }

        _current = [];
        _used = 0;
    }
}
