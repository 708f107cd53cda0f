namespace OpenAIImages.Headers;

/// <summary>Passes over the two bytes of zlib before deflated data, where they are there.</summary>
/// <remarks>RFC 9110, 8.4.1.2 asks for them under the name "deflate", and notes that some servers leave them out. Reads
/// only, and asynchronously.</remarks>
/// <param name="body">The data; disposed with this.</param>
internal sealed class DeflateBodyStream(Stream body) : ReadableStream
{
    private const int HeaderLength = 2;
    private const int DeflateMethod = 8;
    private const int HeaderDivisor = 31;

    private readonly byte[] _first = new byte[HeaderLength];

    private int _length;
    private int _returned;
    private bool _hasReadHeader;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_hasReadHeader)
        {
            await ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
        }

        if (_returned == _length)
        {
            return await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }

        var first = _first.AsMemory(_returned, Math.Min(_length - _returned, buffer.Length));
        first.CopyTo(buffer);
        _returned += first.Length;

        return first.Length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
        => throw new NotSupportedException("The body of a reply is read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask ReadHeaderAsync(CancellationToken cancellationToken)
    {
        int read;
        do
        {
            read = await body.ReadAsync(_first.AsMemory(_length), cancellationToken).ConfigureAwait(false);
            _length += read;
        }
        while (read > 0 && _length < HeaderLength);

        _hasReadHeader = true;

        // RFC 1950, 2.2: the method, and a number that makes the two bytes a multiple of 31.
        var isHeader = _length == HeaderLength && (_first[0] & 0xF) == DeflateMethod
            && ((_first[0] << 8) | _first[1]) % HeaderDivisor == 0;
        _returned = isHeader ? HeaderLength : 0;
    }
}
