using System.Buffers;

namespace OpenAIImages.Decoders;

/// <summary>Gathers a picture in one array of its own size.</summary>
/// <param name="expected">How many bytes to expect at most, when that is known, else 0.</param>
/// <remarks>
/// <b>Memory.</b> With a good guess the bytes are decoded right where they stay. Otherwise, as where text is to be
/// cleaned, they pass through pooled segments and are joined once. Either way the picture keeps alive nothing but
/// itself, but for 1 % of slack.
/// </remarks>
internal sealed class MemorySink(int expected) : PictureSink
{
    private const int FirstSegment = 128 * 1024;
    private const int LastSegment = 1024 * 1024;
    private const int SlackShare = 100;

    private List<ArraySegment<byte>>? _pooled;
    private byte[] _own = [];
    private byte[] _current = [];
    private int _ownLength;
    private int _used;

    public override Span<byte> Room => _current.AsSpan(_used);

    // Growing, since the pool keeps a few arrays of each size and no more.
    private int SegmentLength => Math.Min(FirstSegment << Math.Min(_pooled?.Count ?? 0, 3), LastSegment);

    public override ValueTask MakeRoomAsync(CancellationToken cancellationToken)
    {
        if (Room.Length < LeastRoom)
        {
            PutAside();
            _current = Length == 0 && expected > 0
                ? _own = GC.AllocateUninitializedArray<byte>(expected)
                : ArrayPool<byte>.Shared.Rent(SegmentLength);
        }

        return default;
    }

    public override ValueTask<StoredPicture> CompleteAsync(CancellationToken cancellationToken)
    {
        var bytes = Join();
        Dispose();

        return new(new StoredPicture(bytes.Length, ImageMediaType.Detect(bytes.Span)) { Bytes = bytes });
    }

    public override void Dispose()
    {
        _pooled?.ForEach(static segment => ArrayPool<byte>.Shared.Return(segment.Array!));
        _pooled = null;
        if (_current.Length > 0 && _current != _own)
        {
            ArrayPool<byte>.Shared.Return(_current);
        }

        _current = _own = [];
        _used = 0;
    }

    protected override void OnAdvanced(int count) => _used += count;

    private ReadOnlyMemory<byte> Join()
    {
        if (_current == _own)
        {
            PutAside();
        }

        // The last segment needs no list, and to a small picture it is the only one.
        if (_current.Length == 0 && _pooled is null && (_own.Length - _ownLength) * (long)SlackShare <= _own.Length)
        {
            return _own.AsMemory(0, _ownLength);
        }

        var whole = GC.AllocateUninitializedArray<byte>(checked((int)Length));
        _own.AsSpan(0, _ownLength).CopyTo(whole);
        var end = _ownLength;
        for (var i = 0; i < _pooled?.Count; i++)
        {
            _pooled[i].AsSpan().CopyTo(whole.AsSpan(end));
            end += _pooled[i].Count;
        }

        _current.AsSpan(0, _used).CopyTo(whole.AsSpan(end));

        return whole;
    }

    private void PutAside()
    {
        if (_current == _own)
        {
            _ownLength += _used;
        }
        else if (_current.Length > 0)
        {
            (_pooled ??= []).Add(new ArraySegment<byte>(_current, 0, _used));
        }

        _current = [];
        _used = 0;
    }
}
