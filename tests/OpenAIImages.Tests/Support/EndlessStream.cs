using System.Text;

namespace OpenAIImages.Tests.Support;

/// <summary>A body that never ends, made while it is read.</summary>
/// <param name="beginning">What comes first.</param>
/// <param name="piece">What comes again and again, given how often it has come.</param>
internal sealed class EndlessStream(string beginning, Func<long, string> piece) : Stream
{
    private byte[] _current = Encoding.UTF8.GetBytes(beginning);
    private string? _text;
    private int _position;
    private long _pieces;

    /// <summary>How many bytes have been read.</summary>
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

    /// <summary>The same piece for ever, of which some kilobytes are made at once.</summary>
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

            // Made once where it is always the same, since tests count what is allocated.
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
