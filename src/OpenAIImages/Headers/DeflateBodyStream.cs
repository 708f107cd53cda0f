using OpenAIImages.Bytes;

namespace OpenAIImages.Headers;

/// <summary>Skips the two-byte zlib header before deflated data, if there is one.</summary>
/// <remarks>RFC 9110, 8.4.1.2 asks for this header in the coding "deflate", and notes that some servers leave it
/// out.</remarks>
/// <param name="body">The data; disposed with this stream.</param>
internal sealed class DeflateBodyStream(Stream body) : AsyncReadStream
{
    private const int HeaderLength = 2;
    private const int DeflateMethod = 8;
    private const int HeaderDivisor = 31;

    private readonly byte[] _first = new byte[HeaderLength];

    private int _length;
    private int _returned;
    private bool _hasReadHeader;

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

        // RFC 1950, 2.2: the method, and check bits that make the two bytes a multiple of 31.
        var isHeader = _length == HeaderLength && (_first[0] & 0xF) == DeflateMethod
            && ((_first[0] << 8) | _first[1]) % HeaderDivisor == 0;
        _returned = isHeader ? HeaderLength : 0;
    }
}
