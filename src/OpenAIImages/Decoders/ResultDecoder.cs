using System.Text.Json;

namespace OpenAIImages.Decoders;

/// <summary>Reads the body of a successful reply into an <see cref="ImageResult"/>.</summary>
/// <remarks>
/// <para><b>Takes</b> UTF-8 JSON: <c>created</c>, in Unix seconds, and <c>data</c>, an array whose items hold either
/// <c>b64_json</c> or <c>url</c>, in any order; or the bare bytes of one image. The decoder keeps unknown members.
/// </para>
/// <para><b>Gives</b> the images in wire order, each with bytes or a link. With a destination, the decoder writes the
/// images there.
/// </para>
/// <para><b>Memory.</b> The decoder reads base64 from the receive buffer directly into the array or the destination,
/// never through a string. So it allocates only the images themselves, and with a destination not even the
/// images.</para>
/// <para><b>Fails</b> with <see cref="ImageDecodeException"/> for any fault of the JSON; the message names the member
/// at fault, never its value. It fails with <see cref="ImageApiException"/> when the body is an error. Faults of the
/// stream itself pass through.</para>
/// <para>Reference: https://platform.openai.com/docs/api-reference/images/object.</para>
/// </remarks>
internal static class ResultDecoder
{
    // The decoder allocates memory ahead only up to this size, since a server may claim a length and send nothing.
    private const int MaxGuess = 64 * 1024 * 1024;
    private const int MinGuess = 64 * 1024;

    /// <summary>Reads a reply to its end. A part of the reply may be in the buffer already.</summary>
    public static async ValueTask<ImageResult> DecodeAsync(
        ByteWindow buffer, AnsweredCall answered, CancellationToken cancellationToken)
    {
        using var result = new ResultCollector(answered);
        try
        {
            await BodySniffer.FillEnoughAsync(buffer, cancellationToken).ConfigureAwait(false);
            var mediaType = answered.MediaType;
            var isImage = BodySniffer.IsImage(buffer.Unread, mediaType);
            if (!isImage && BodySniffer.StartsWithEventField(buffer.Unread))
            {
                return await EventsToResult.CollectAsync(buffer, answered, cancellationToken).ConfigureAwait(false);
            }

            if (isImage)
            {
                await DecodeRawAsync(buffer, result, answered, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                BodySniffer.EnsureNotWebPage(buffer.Unread, mediaType);
                await DecodeJsonAsync(buffer, result, answered, cancellationToken).ConfigureAwait(false);
            }

            return await result.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await result.KeepWholeImagesAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Reads a reply inside another document, from its opening brace to its closing brace.</summary>
    public static async ValueTask<ImageResult> DecodeInnerAsync(
        ReplyBuffer buffer, AnsweredCall answered, CancellationToken cancellationToken)
    {
        using var result = new ResultCollector(answered);
        try
        {
            await WalkAsync(buffer, result, answered, cancellationToken).ConfigureAwait(false);

            return await result.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await result.KeepWholeImagesAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Reads a list of images in an event, from its opening bracket to its closing bracket. </summary>
    public static ValueTask DecodeListAsync(
        ReplyBuffer buffer, ResultCollector result, AnsweredCall answered, CancellationToken cancellationToken)
        => WalkAsync(buffer, result, answered, cancellationToken);

    private static async ValueTask DecodeJsonAsync(
        ByteWindow buffer, ResultCollector result, AnsweredCall answered, CancellationToken cancellationToken)
    {
        try
        {
            await WalkAsync(buffer, result, answered, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException e)
        {
            // All requested images have come. Broken JSON after them does no harm.
            if (!result.IsComplete)
            {
                // The inner exception is left out, since its message may quote the reply.
                throw new ImageDecodeException(
                    $"The reply is not valid JSON, about byte {buffer.Consumed + (e.BytePositionInLine ?? 0)}.")
                {
                    BodyExcerpt = buffer.Consumed == 0
                        ? MissingImage.Excerpt(buffer.Unread, answered.ErrorContext.CreateRedactor())
                        : null,
                };
            }
        }

        await buffer.DrainAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask WalkAsync(
        ReplyBuffer buffer, ResultCollector result, AnsweredCall answered, CancellationToken cancellationToken)
    {
        var tokens = new ResultTokenizer(buffer, result);
        var destinationSink = answered.Destination is { } destination ? new DestinationSink(destination) : null;
        while (true)
        {
            var step = tokens.Advance();
            await result.CommitAsync(cancellationToken).ConfigureAwait(false);
            if (step == TokenizerStop.AtBase64)
            {
                ImageSink sink = destinationSink is null
                    ? await ImageBytesReader
                        .CreateMemorySinkAsync(buffer, GuessLength(buffer, answered), cancellationToken)
                        .ConfigureAwait(false)
                    : destinationSink.Begin(result.Index);
                await ReadImageAsync(buffer, sink, tokens, result, cancellationToken).ConfigureAwait(false);
            }
            else if (step == TokenizerStop.NeedsInput)
            {
                await buffer.FillToDoubleAsync(cancellationToken).ConfigureAwait(false);
            }
            else if (!result.IsSettled
                && await BodySniffer.StartsWithObjectAsync(buffer, cancellationToken).ConfigureAwait(false))
            {
                // The document was a line of progress; the next line follows.
                tokens.BeginDocument();
            }
            else
            {
                return;
            }
        }
    }

    // A broken image does not prevent the other images.
    private static async ValueTask ReadImageAsync(
        ReplyBuffer buffer,
        ImageSink sink,
        ResultTokenizer tokens,
        ResultCollector result,
        CancellationToken cancellationToken)
    {
        try
        {
            var stored = await ImageBytesReader
                .ReadBase64Async(buffer, sink, tokens, cancellationToken).ConfigureAwait(false);
            result.Current.Take(stored);
        }
        catch (ImageDecodeException e) when (e.InnerException is FormatException)
        {
            result.Current.Break(e);
            await ImageBytesReader.SkipStringAsync(buffer, e, cancellationToken).ConfigureAwait(false);
        }
    }

    // Reads a body that is the image itself.
    private static async ValueTask DecodeRawAsync(
        ReplyBuffer buffer, ResultCollector result, AnsweredCall answered, CancellationToken cancellationToken)
    {
        result.BeginImages();
        result.BeginImage();
        ImageSink sink = answered.Destination is { } destination
            ? new DestinationSink(destination) { Total = LengthOf(buffer, answered) }
            : new MemorySink(GuessLength(buffer, answered));
        var stored = await ImageBytesReader.ReadRawAsync(buffer, sink, cancellationToken).ConfigureAwait(false);
        result.Current.Take(stored);
    }

    private static long? LengthOf(ReplyBuffer buffer, AnsweredCall answered)
        => answered.Length - buffer.Consumed is > 0 and var length ? length : null;

    // If the request asks for one image, nearly all of the rest is its base64.
    private static int GuessLength(ReplyBuffer buffer, AnsweredCall answered)
    {
        var left = answered.Length is { } length && answered.Count == 1 ? (length - buffer.Consumed) / 4 * 3 : 0;

        // The length of text that needs cleaning is not known before the cleaning.
        return left is >= MinGuess and <= MaxGuess && !Base64Cleaner.StartsEscaped(buffer.Unread)
            ? (int)left
            : 0;
    }
}
