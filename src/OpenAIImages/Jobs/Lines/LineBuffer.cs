using System.Runtime.CompilerServices;
using OpenAIImages.Decoders;

namespace OpenAIImages.Jobs;

/// <summary>A buffer that shows one line of a file at a time, like a whole body.</summary>
/// <param name="body">The file. Only this object reads from it in the meantime.</param>
/// <param name="maxLineBytes">The highest length of a line, in bytes.</param>
/// <remarks>
/// <para>A line feed ends a line, since JSON allows no line feed inside a string. Blank lines are skipped.</para>
/// <para><b>Memory.</b> It uses only the memory of the body.</para>
/// </remarks>
internal sealed class LineBuffer(ByteWindow body, long maxLineBytes) : ReplyBuffer
{
    private const byte LineFeed = (byte)'\n';

    // The unread bytes of the body that belong to the line.
    private int _length;
    private long _before;
    private bool _isSkipping;

    // There is no line until the first line begins.
    private bool _hasEnded = true;

    /// <summary>Gets the number of the line in its file, from 1.</summary>
    public int Number { get; private set; }

    /// <inheritdoc/>
    public override bool IsComplete => _hasEnded;

    /// <inheritdoc/>
    public override Span<byte> Unread => body.Unread.Slice(0, _length);

    /// <summary>Skips the rest of the current line and begins the next one that is not blank.</summary>
    /// <returns>Whether there is a next line.</returns>
    public async ValueTask<bool> NextLineAsync(CancellationToken cancellationToken)
    {
        do
        {
            await SkipAsync(cancellationToken).ConfigureAwait(false);
            if (body.Unread.Length > 0)
            {
                body.Consume(1); // The line feed.
            }

            if (body.Unread.IsEmpty)
            {
                await body.FillAsync(cancellationToken).ConfigureAwait(false);
            }

            if (body.Unread.IsEmpty)
            {
                return false;
            }

            Begin();
            await BodySniffer.SkipWhiteSpaceAsync(this, cancellationToken).ConfigureAwait(false);
        }
        while (Unread.IsEmpty);

        return true;
    }

    /// <inheritdoc/>
    public override void Consume(int count)
    {
        base.Consume(count);
        body.Consume(count);
        _length -= count;
    }

    /// <inheritdoc/>
    [MethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public override async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        var length = _length;
        while (_length == length && !_hasEnded)
        {
            await body.FillAsync(cancellationToken).ConfigureAwait(false);
            Extend();
        }

        if (!_isSkipping && Consumed - _before + _length > maxLineBytes)
        {
            throw new ImageDecodeException(
                $"It is longer than {nameof(ImageClientOptions.MaxReplyBytes)} allows, {maxLineBytes} bytes.");
        }
    }

    /// <inheritdoc/>
    public override ValueTask<int?> FindQuoteAheadAsync(int maxBytes, CancellationToken cancellationToken)
        => body.Unread.Length > _length ? default : body.FindQuoteAheadAsync(maxBytes, cancellationToken);

    private void Begin()
    {
        Number++;
        (_length, _hasEnded, _isSkipping, _before) = (0, false, false, Consumed);
        Extend();
    }

    // The search covers only new bytes.
    private void Extend()
    {
        var fresh = body.Unread.Slice(_length);
        var end = fresh.IndexOf(LineFeed);
        _length += end < 0 ? fresh.Length : end;
        _hasEnded = end >= 0 || body.IsComplete;
    }

    private async ValueTask SkipAsync(CancellationToken cancellationToken)
    {
        _isSkipping = true;
        Consume(_length);
        while (!_hasEnded)
        {
            await FillAsync(cancellationToken).ConfigureAwait(false);
            Consume(_length);
        }
    }
}
