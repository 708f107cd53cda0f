namespace OpenAIImages.Inputs;

/// <summary>A picture in a stream of the caller's.</summary>
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

    public override Stream Open()
    {
        if (CanReopen)
        {
            _stream.Position = _start;

            return new BorrowedStream(_stream, default);
        }

        if (_isTaken)
        {
            throw new ImageInputException(Name, "it cannot seek, and was read for an earlier call.");
        }

        _isTaken = true;

        return new BorrowedStream(_stream, _head);
    }

    public override async ValueTask<int> PeekAsync(Memory<byte> head, CancellationToken cancellationToken)
    {
        if (CanReopen)
        {
            return await base.PeekAsync(head, cancellationToken).ConfigureAwait(false);
        }

        // What is read to find the kind of file is sent before the rest.
        if (_head.IsEmpty && !_isTaken)
        {
            var read = await FillAsync(_stream, head, cancellationToken).ConfigureAwait(false);
            _head = head.Slice(0, read).ToArray();
        }

        var count = Math.Min(head.Length, _head.Length);
        _head.Slice(0, count).CopyTo(head);

        return count;
    }
}
