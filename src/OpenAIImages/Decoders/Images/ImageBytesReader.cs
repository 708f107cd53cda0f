namespace OpenAIImages.Decoders;

/// <summary>Reads one picture out of a reply into its sink.</summary>
internal static class ImageBytesReader
{
    // Of a longer text nobody waits for the end, which would have to be held until then.
    private const int MaxLookahead = 96 * 1024 * 1024;

    private const int CharactersInGroup = 4;
    private const int BytesInGroup = 3;

    /// <summary>Makes the sink of a picture that stays in memory.</summary>
    /// <param name="buffer">The reply, from behind the picture's opening quote on.</param>
    /// <param name="expected">How long the picture is at most, when that is known, else 0.</param>
    /// <param name="cancellationToken">Abandons the reading.</param>
    /// <returns>The sink.</returns>
    /// <remarks>When no length is known, the text is held in the arrays that it arrived in until its end has come, and
    /// is then decoded right to where it stays. To decode it at once, and move the bytes when their number is known,
    /// takes longer.</remarks>
    public static async ValueTask<MemorySink> CreateMemorySinkAsync(
        ReplyBuffer buffer, int expected, CancellationToken cancellationToken)
    {
        if (expected == 0
            && await buffer.FindQuoteAsync(MaxLookahead, cancellationToken).ConfigureAwait(false) is { } characters)
        {
            expected = (characters + CharactersInGroup - 1) / CharactersInGroup * BytesInGroup;
        }

        return new MemorySink(expected);
    }

    /// <summary>Reads the base64 of a JSON string, from behind its opening quote to its closing one.</summary>
    /// <param name="buffer">The reply.</param>
    /// <param name="sink">Where the picture goes; disposed of when this fails.</param>
    /// <param name="tokens">What stopped at the picture, and knows how an error names it.</param>
    /// <param name="cancellationToken">Abandons the reading.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ImageDecodeException">It is not base64, or ends early.</exception>
    public static async ValueTask<StoredImage> ReadBase64Async(
        ReplyBuffer buffer, ImageSink sink, ReplyTokenizer tokens, CancellationToken cancellationToken)
    {
        try
        {
            var base64 = new Base64Decoder();
            var step = Base64Step.NeedsRoom;
            while (step != Base64Step.Ended)
            {
                if (step == Base64Step.NeedsRoom)
                {
                    await sink.MakeRoomAsync(cancellationToken).ConfigureAwait(false);
                }
                else
                {
                    await buffer.RequireMoreAsync(cancellationToken).ConfigureAwait(false);
                }

                step = base64.Decode(buffer, sink);
            }

            return await sink.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (FormatException e)
        {
            sink.Dispose();
            throw new ImageDecodeException($"{tokens.MemberName} {e.Message}.", tokens.MemberName, e);
        }
        catch
        {
            sink.Dispose();
            throw;
        }
    }

    /// <summary>Passes over what is left of a JSON string, up to behind its closing quote.</summary>
    /// <param name="buffer">The reply.</param>
    /// <param name="fault">What is wrong with the string, if anything is.</param>
    /// <param name="cancellationToken">Abandons the reading.</param>
    /// <exception cref="ImageDecodeException">It ends early.</exception>
    public static async ValueTask SkipStringAsync(
        ReplyBuffer buffer, ImageDecodeException? fault, CancellationToken cancellationToken)
    {
        while (true)
        {
            var at = buffer.Unread.IndexOfAny((byte)'"', (byte)'\\');
            if (at >= 0 && buffer.Unread[at] == (byte)'"')
            {
                buffer.Consume(at + 1);

                return;
            }

            if (at >= 0 && at + 1 < buffer.Unread.Length)
            {
                buffer.Consume(at + 2);
                continue;
            }

            buffer.Consume(at < 0 ? buffer.Unread.Length : at);
            if (buffer.IsComplete && fault is not null)
            {
                throw fault;
            }

            await buffer.RequireMoreAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads a body that is the picture itself.</summary>
    /// <param name="buffer">The reply.</param>
    /// <param name="sink">Where the picture goes; disposed of when this fails.</param>
    /// <param name="cancellationToken">Abandons the reading.</param>
    /// <returns>The picture.</returns>
    public static async ValueTask<StoredImage> ReadRawAsync(
        ReplyBuffer buffer, ImageSink sink, CancellationToken cancellationToken)
    {
        try
        {
            while (!buffer.Unread.IsEmpty || !buffer.IsComplete)
            {
                await sink.MakeRoomAsync(cancellationToken).ConfigureAwait(false);
                buffer.Consume(sink.Put(buffer.Unread));
                if (buffer.Unread.IsEmpty && !buffer.IsComplete)
                {
                    await buffer.FillAsync(cancellationToken).ConfigureAwait(false);
                }
            }

            return await sink.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            sink.Dispose();
            throw;
        }
    }
}
