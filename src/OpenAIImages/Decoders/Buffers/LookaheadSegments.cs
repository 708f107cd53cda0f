using System.Buffers;

namespace OpenAIImages.Decoders;

/// <summary>The pooled segments of a reply that were read ahead, in order.</summary>
/// <remarks>Each segment has <see cref="Headroom"/> free bytes before its content. The caller puts the unread end of
/// the previous segment there, so that both are one text.</remarks>
internal sealed class LookaheadSegments : IDisposable
{
    /// <summary>The number of free bytes before the content of each segment.</summary>
    public const int Headroom = 64;

    // Segments grow, since the pool keeps only a few arrays of each size.
    private const int FirstLength = 64 * 1024;
    private const int MaxDoublings = 4;

    private readonly Queue<ArraySegment<byte>> _filled = [];
    private byte[] _current = [];
    private int _end;

    public bool IsEmpty => _current.Length == 0;

    /// <summary>Reads more bytes after all segments.</summary>
    /// <returns>The bytes that were read; empty at the end.</returns>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        if (_end == _current.Length)
        {
            BeginSegment();
        }

        var begin = _end;
        _end += await body.ReadAsync(_current.AsMemory(begin), cancellationToken).ConfigureAwait(false);

        return _current.AsMemory(begin, _end - begin);
    }

    /// <summary>Removes the first segment. The caller returns its array to the pool.</summary>
    public ArraySegment<byte> Take()
    {
        if (_filled.Count > 0)
        {
            return _filled.Dequeue();
        }

        var current = new ArraySegment<byte>(_current, Headroom, _end - Headroom);
        (_current, _end) = ([], 0);

        return current;
    }

    public void Dispose()
    {
        while (!IsEmpty)
        {
            ArrayPool<byte>.Shared.Return(Take().Array!);
        }
    }

    private void BeginSegment()
    {
        if (!IsEmpty)
        {
            _filled.Enqueue(new ArraySegment<byte>(_current, Headroom, _end - Headroom));
        }

        _current = ArrayPool<byte>.Shared.Rent(FirstLength << Math.Min(_filled.Count, MaxDoublings));
        _end = Headroom;
    }
}
