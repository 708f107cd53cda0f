namespace OpenAIImages.Inputs;

/// <summary>An image in a stream of the caller.</summary>
internal sealed class StreamSource : InputSource
{
    private readonly Stream _stream;
    private readonly long _start;
    private ReadOnlyMemory<byte> _head;
    private bool _isTaken;

    public StreamSource(Stream stream)
    {
        _stream = stream;
        _start = stream.CanSeek ? stream.Position : 0;
    }

    protected override string Name => "the stream";

    public override bool CanReopen => _stream.CanSeek;

    public override long? Length => _stream.CanSeek ? _stream.Length - _start : null;

    public override Stream Open(object? reader = null)
    {
        if (CanReopen)
        {
            return Take(new BorrowedStream(_stream, _start, default), reader);
        }

        if (_isTaken)
        {
            throw new ImageInputException(Name, "it cannot seek, and was read for an earlier call.");
        }

        var opened = Take(new BorrowedStream(_stream, null, _head), reader);
        _isTaken = true;

        return opened;
    }

    public override async ValueTask<int> PeekAsync(Memory<byte> head, CancellationToken cancellationToken)
    {
        if (CanReopen)
        {
            return await base.PeekAsync(head, cancellationToken).ConfigureAwait(false);
        }

        // The source keeps the bytes that it reads to find the type, and sends them before the rest.
        if (_head.IsEmpty && !_isTaken)
        {
            using var stream = Take(new BorrowedStream(_stream, null, default), reader: null);
            var read = await FillAsync(stream, head, cancellationToken).ConfigureAwait(false);
            _head = head.Slice(0, read).ToArray();
        }

        var count = Math.Min(head.Length, _head.Length);
        _head.Slice(0, count).CopyTo(head);

        return count;
    }

    private BorrowedStream Take(BorrowedStream opened, object? reader)
        => opened.TryTake(reader ?? opened)
            ? opened
            : throw new ImageInputException(
                Name, "another call is reading it. Give each call a stream of its own, or the bytes.");
}
