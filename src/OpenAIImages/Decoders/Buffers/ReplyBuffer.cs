using System.Runtime.CompilerServices;

namespace OpenAIImages.Decoders;

/// <summary>The unread bytes of a reply: those of its whole body, or those of one event.</summary>
/// <remarks>Readers may change the unread bytes: base64 is cleaned in place.</remarks>
internal abstract class ReplyBuffer
{
    /// <summary>Gets whether all bytes have been received; none will follow the unread ones.</summary>
    public abstract bool IsComplete { get; }

    /// <summary>Gets the bytes that have been received and not been consumed.</summary>
    public abstract Span<byte> Unread { get; }

    /// <summary>Gets how many bytes have been consumed.</summary>
    public long Consumed { get; private set; }

    /// <summary>Takes bytes from the beginning of the unread ones.</summary>
    public virtual void Consume(int count) => Consumed += count;

    /// <summary>Reads until more bytes are unread, or all have been received.</summary>
    /// <exception cref="ImageDecodeException">The body is longer than its limit.</exception>
    public abstract ValueTask FillAsync(CancellationToken cancellationToken);

    /// <summary>Reads ahead to the next quote, without consuming anything.</summary>
    /// <param name="maxBytes">How many bytes to read before giving up.</param>
    /// <param name="cancellationToken">Abandons the reading.</param>
    /// <returns>How many bytes come before the quote; <see langword="null"/> when an escape or a line break comes
    /// first, or no quote.</returns>
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

    /// <summary>Reads until so many bytes are unread, or all have been received.</summary>
    [MethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask FillToAsync(int count, CancellationToken cancellationToken)
    {
        while (Unread.Length < count && !IsComplete)
        {
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads more behind what is unread.</summary>
    /// <exception cref="ImageDecodeException">There is no more.</exception>
    public ValueTask RequireMoreAsync(CancellationToken cancellationToken)
        => !IsComplete
            ? FillAsync(cancellationToken)
            : throw new ImageDecodeException(
                $"The reply ends early, after {Consumed + Unread.Length} bytes: it was cut short on its way.");

    /// <summary>Reads until twice as many bytes are unread, or all have been received.</summary>
    /// <remarks>For readers that start again at the first unread byte each time: however small the pieces that arrive,
    /// each byte is read a bounded number of times.</remarks>
    /// <exception cref="ImageDecodeException">There is no more.</exception>
    public async ValueTask FillToDoubleAsync(CancellationToken cancellationToken)
    {
        var doubled = Unread.Length * 2;
        await RequireMoreAsync(cancellationToken).ConfigureAwait(false);
        await FillToAsync(doubled, cancellationToken).ConfigureAwait(false);
    }

    protected static int IndexOfSpecial(ReadOnlySpan<byte> text)
        => text.IndexOfAny((byte)'"', (byte)'\\', (byte)'\n');
}
