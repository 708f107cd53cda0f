using System.Runtime.CompilerServices;

namespace OpenAIImages.Decoders;

/// <summary>The unread bytes of a reply: of its whole body, or of one event.</summary>
/// <remarks>Readers may change the unread bytes: they clean base64 in place.</remarks>
internal abstract class ReplyBuffer
{
    /// <summary>Gets whether all bytes have been received; no more bytes follow the unread bytes.</summary>
    public abstract bool IsComplete { get; }

    /// <summary>Gets the bytes that were received but not consumed.</summary>
    public abstract Span<byte> Unread { get; }

    /// <summary>Gets the number of bytes that were consumed.</summary>
    public long Consumed { get; private set; }

    /// <summary>Takes bytes from the beginning of the unread bytes.</summary>
    public virtual void Consume(int count) => Consumed += count;

    /// <summary>Reads until more bytes are unread, or all have been received.</summary>
    /// <exception cref="ImageDecodeException">The body is longer than its limit.</exception>
    public abstract ValueTask FillAsync(CancellationToken cancellationToken);

    /// <summary>Reads ahead to the next quote, without consuming anything.</summary>
    /// <param name="maxBytes">The largest number of bytes to read.</param>
    /// <param name="cancellationToken">Abandons the reading.</param>
    /// <returns>The number of bytes before the quote; <see langword="null"/> when an escape or a line break comes
    /// first, or when no quote comes.</returns>
    /// <exception cref="ImageDecodeException">The body is longer than its limit.</exception>
    public ValueTask<int?> FindQuoteAsync(int maxBytes, CancellationToken cancellationToken)
    {
        var end = IndexOfSpecial(Unread);

        return end < 0 && !IsComplete
            ? FindQuoteAheadAsync(maxBytes, cancellationToken)
            : new(end >= 0 && Unread[end] == (byte)'"' ? end : null);
    }

    /// <summary>Reads ahead to the next quote when no unread byte is a quote, an escape or a line break.</summary>
    public abstract ValueTask<int?> FindQuoteAheadAsync(int maxBytes, CancellationToken cancellationToken);

    /// <summary>Reads until a number of bytes are unread, or all have been received.</summary>
    [MethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask FillToAsync(int count, CancellationToken cancellationToken)
    {
        while (Unread.Length < count && !IsComplete)
        {
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads more bytes after the unread bytes.</summary>
    /// <exception cref="ImageDecodeException">There are no more bytes.</exception>
    public ValueTask RequireMoreAsync(CancellationToken cancellationToken)
        => !IsComplete
            ? FillAsync(cancellationToken)
            : throw new ImageDecodeException(
                $"The reply ends early, after {Consumed + Unread.Length} bytes: it was cut short on its way.");

    /// <summary>Reads until twice as many bytes are unread, or all have been received.</summary>
    /// <remarks>This method is for readers that start again at the first unread byte each time. They read each byte a
    /// bounded number of times, however small the pieces are that arrive.</remarks>
    /// <exception cref="ImageDecodeException">There are no more bytes.</exception>
    public async ValueTask FillToDoubleAsync(CancellationToken cancellationToken)
    {
        var doubled = Unread.Length * 2;
        await RequireMoreAsync(cancellationToken).ConfigureAwait(false);
        await FillToAsync(doubled, cancellationToken).ConfigureAwait(false);
    }

    protected static int IndexOfSpecial(ReadOnlySpan<byte> text)
        => text.IndexOfAny((byte)'"', (byte)'\\', (byte)'\n');
}
