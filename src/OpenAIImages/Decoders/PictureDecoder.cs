namespace OpenAIImages.Decoders;

/// <summary>Reads one picture out of a reply into its sink.</summary>
internal static class PictureDecoder
{
    /// <summary>Reads the base64 of a JSON string, from behind its opening quote to its closing one.</summary>
    /// <param name="buffer">The reply.</param>
    /// <param name="sink">Where the picture goes; disposed of when this fails.</param>
    /// <param name="tokens">What stopped at the picture, and knows how an error names it.</param>
    /// <param name="cancellationToken">Abandons the reading.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ImageDecodeException">It is not base64, or ends early.</exception>
    public static async ValueTask<StoredPicture> DecodeAsync(
        ReplyBuffer buffer, PictureSink sink, PictureTokenizer tokens, CancellationToken cancellationToken)
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
                    await buffer.RequireAsync(cancellationToken).ConfigureAwait(false);
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

    /// <summary>Reads a body that is the picture itself.</summary>
    /// <param name="buffer">The reply.</param>
    /// <param name="sink">Where the picture goes; disposed of when this fails.</param>
    /// <param name="cancellationToken">Abandons the reading.</param>
    /// <returns>The picture.</returns>
    public static async ValueTask<StoredPicture> DecodeRawAsync(
        ReplyBuffer buffer, PictureSink sink, CancellationToken cancellationToken)
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
