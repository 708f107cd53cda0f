using System.Text;

namespace OpenAIImages.Tests.Support;

/// <summary>A body without an end; each piece is made when it is read.</summary>
/// <param name="beginning">The text before the pieces.</param>
/// <param name="piece">Returns the next piece; gets the number of pieces before it.</param>
internal sealed class EndlessStream(string beginning, Func<long, string> piece) : Stream
{
    private byte[] _current = Encoding.UTF8.GetBytes(beginning);
    private string? _text;
    private int _position;
    private long _pieces;

    /// <summary>The number of bytes that have been read.</summary>
    public long Sent { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Sent;
        set => throw new NotSupportedException();
    }

    /// <summary>Makes a body that repeats one piece without end, some kilobytes at a time.</summary>
    public static EndlessStream Of(string beginning, string piece)
    {
        var many = new StringBuilder().Insert(0, piece, Math.Max(1, 16_384 / piece.Length)).ToString();

        return new EndlessStream(beginning, _ => many);
    }

    public override int Read(byte[] buffer, int offset, int count) => Fill(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => new(Fill(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => Task.FromResult(Fill(buffer.AsSpan(offset, count)));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Fill(Span<byte> buffer)
    {
        while (_position == _current.Length)
        {
            var text = piece(_pieces++);

            // A repeated piece is made once, since tests count the allocated bytes.
            _current = ReferenceEquals(text, _text) ? _current : Encoding.UTF8.GetBytes(text);
            _text = text;
            _position = 0;
        }

        var length = Math.Min(buffer.Length, _current.Length - _position);
        _current.AsSpan(_position, length).CopyTo(buffer);
        _position += length;
        Sent += length;

        return length;
    }
}
