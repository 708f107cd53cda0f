using System.Buffers;

namespace OpenAIImages.Decoders;

/// <summary>Pooled pieces of a reply that have been read and not been told apart, in order.</summary>
/// <remarks>Each has <see cref="Front"/> bytes to spare before its own, so that what is left of the piece before can be
/// put there and be one text with it.</remarks>
internal sealed class ReadAhead : IDisposable
{
    /// <summary>How many bytes each piece has to spare at its front.</summary>
    public const int Front = 64;

    // Growing, since the pool keeps a few arrays of each size and no more.
    private const int First = 64 * 1024;
    private const int MostDoublings = 4;

    private readonly Queue<ArraySegment<byte>> _full = [];
    private byte[] _last = [];
    private int _end;

    public bool IsEmpty => _last.Length == 0;

    /// <summary>Reads more, behind all pieces.</summary>
    /// <returns>What has been read; nothing, when there is no more.</returns>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        if (_end == _last.Length)
        {
            Begin();
        }

        var begin = _end;
        _end += await body.ReadAsync(_last.AsMemory(begin), cancellationToken).ConfigureAwait(false);

        return _last.AsMemory(begin, _end - begin);
    }

    /// <summary>Gives the first piece away, for the caller to return to the pool.</summary>
    public ArraySegment<byte> Take()
    {
        if (_full.Count > 0)
        {
            return _full.Dequeue();
        }

        var last = new ArraySegment<byte>(_last, Front, _end - Front);
        (_last, _end) = ([], 0);

        return last;
    }

    public void Dispose()
    {
        while (!IsEmpty)
        {
            ArrayPool<byte>.Shared.Return(Take().Array!);
        }
    }

    private void Begin()
    {
        if (!IsEmpty)
        {
            _full.Enqueue(new ArraySegment<byte>(_last, Front, _end - Front));
        }

        _last = ArrayPool<byte>.Shared.Rent(First << Math.Min(_full.Count, MostDoublings));
        _end = Front;
    }
}
