namespace OpenAIImages.Tests.Support;

/// <summary>A body that arrives in pieces of the given lengths in turn, and can end with an exception.</summary>
internal sealed class PiecewiseStream(byte[] bytes, IReadOnlyList<int> pieces, Exception? end = null) : Stream
{
    private int _position;
    private int _reads;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var piece = pieces.Count == 0 ? count : Math.Max(1, pieces[_reads++ % pieces.Count]);
        var length = Math.Min(Math.Min(piece, count), bytes.Length - _position);
        if (length == 0 && end is not null)
        {
            throw end;
        }

        Array.Copy(bytes, _position, buffer, offset, length);
        _position += length;

        return length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
