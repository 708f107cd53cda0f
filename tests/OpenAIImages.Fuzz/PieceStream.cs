namespace OpenAIImages.Fuzz;

/// <summary>A body that arrives in pieces of any size, or whole.</summary>
/// <param name="bytes">The body.</param>
/// <param name="longest">The length of the longest piece; 0 for the whole body in one piece.</param>
/// <param name="random">The random source for the lengths of the pieces.</param>
internal sealed class PieceStream(byte[] bytes, int longest, Random random) : Stream
{
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var piece = longest == 0 ? buffer.Length : Math.Min(buffer.Length, random.Next(1, longest + 1));
        var length = Math.Min(piece, bytes.Length - _position);
        bytes.AsSpan(_position, length).CopyTo(buffer);
        _position += length;

        return length;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => Task.FromResult(Read(buffer.AsSpan(offset, count)));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
