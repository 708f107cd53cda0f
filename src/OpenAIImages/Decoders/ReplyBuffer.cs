using System.Buffers;

namespace OpenAIImages.Decoders;

/// <summary>The body of a reply, seen through one pooled buffer.</summary>
/// <remarks>
/// <para><b>Memory.</b> 64 KiB, whatever passes through; 16 to 256 KiB measured alike. It grows only while something
/// other than a picture does not fit, and stops growing at <see cref="LargestToken"/>.</para>
/// <para>The bytes may be changed by whoever reads them: base64 is cleaned in place.</para>
/// </remarks>
internal sealed class ReplyBuffer(Stream body) : IDisposable
{
    /// <summary>The longest JSON value that is not a picture: more is no reply of this API.</summary>
    public const int LargestToken = 16 * 1024 * 1024;

    private const int FirstSize = 64 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _start;
    private int _end;

    /// <summary>Gets whether the body has ended; what is unread is then all there is.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Gets how many bytes have been consumed.</summary>
    public long Consumed { get; private set; }

    public Span<byte> Unread => _bytes.AsSpan(_start, _end - _start);

    public ReadOnlyMemory<byte> UnreadMemory => _bytes.AsMemory(_start, _end - _start);

    public void Consume(int count)
    {
        _start += count;
        Consumed += count;
    }

    /// <summary>Reads more behind what is unread.</summary>
    /// <exception cref="ImageDecodeException">What is unread has reached <see cref="LargestToken"/>.</exception>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        var read = await body
            .ReadAsync(_bytes.AsMemory(_end), cancellationToken)
            .ConfigureAwait(false);
        _end += read;
        IsComplete = read == 0;
    }

    public void Dispose()
    {
        var bytes = _bytes;
        _bytes = [];
        _start = _end = 0;
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private void MakeRoom()
    {
        var unread = Unread;
        if (unread.Length < _bytes.Length)
        {
            unread.CopyTo(_bytes);
        }
        else if (unread.Length >= LargestToken)
        {
            throw new ImageDecodeException(
                $"The reply holds a value of more than {LargestToken} bytes that is not a picture.");
        }
        else
        {
            // Doubling keeps the work linear: each byte is moved and scanned again a bounded number of times.
            var larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
            unread.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        _end = unread.Length;
        _start = 0;
    }
}
