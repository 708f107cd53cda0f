using System.Text.Json;

namespace OpenAIImages.Decoders;

/// <summary>Reads the body of a successful reply into an <see cref="ImageResult"/>.</summary>
/// <remarks>
/// <para><b>Takes</b> UTF-8 JSON: <c>created</c>, in Unix seconds, and <c>data</c>, an array whose items hold either
/// <c>b64_json</c> or <c>url</c>, in any order; or the bare bytes of one picture. Members it does not know are kept.
/// </para>
/// <para><b>Gives</b> the images in wire order, each with bytes or a link, or, given a destination, puts them there.
/// </para>
/// <para><b>Memory.</b> Base64 goes from the receive buffer straight to where its bytes belong, never through a string,
/// so what is allocated is the images and little else; with a destination, little else alone.</para>
/// <para><b>Fails</b> with <see cref="ImageDecodeException"/> whatever is wrong with the JSON; the message names the
/// member at fault, never its value. With <see cref="ImageApiException"/> when the body is an error after all. Faults
/// of the stream itself pass through.</para>
/// <para>Reference: https://platform.openai.com/docs/api-reference/images/object.</para>
/// </remarks>
internal static class ResultDecoder
{
    // Room for a picture is made ahead only up to this: a length that a server merely claims costs no memory.
    private const int LargestGuess = 64 * 1024 * 1024;
    private const int SmallestGuess = 64 * 1024;

    /// <summary>Reads a reply, of which the beginning may have come already, to its end.</summary>
    public static async ValueTask<ImageResult> DecodeAsync(
        ReplyBuffer buffer, ReplyFacts facts, CancellationToken cancellationToken)
    {
        using var result = new ResultCollector(facts);
        try
        {
            await BodyKind.FillAsync(buffer, cancellationToken).ConfigureAwait(false);
            var mediaType = facts.MediaType;
            var isPicture = BodyKind.IsPicture(buffer.Unread, mediaType);
            if (!isPicture && BodyKind.BeginsAsEvents(buffer.Unread))
            {
                return await EventsAsReply.CollectAsync(buffer, facts, cancellationToken).ConfigureAwait(false);
            }

            if (isPicture)
            {
                await DecodeRawAsync(buffer, result, facts, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                BodyKind.EnsureNoMarkup(buffer.Unread, mediaType);
                await DecodeJsonAsync(buffer, result, facts, cancellationToken).ConfigureAwait(false);
            }

            return await result.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await result.KeepAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Reads the images of a list that stands in an event, from its opening bracket to its closing one.
    /// </summary>
    public static ValueTask DecodeListAsync(
        ReplyBuffer buffer, ResultCollector result, ReplyFacts facts, CancellationToken cancellationToken)
        => WalkAsync(buffer, result, facts, cancellationToken);

    private static async ValueTask DecodeJsonAsync(
        ReplyBuffer buffer, ResultCollector result, ReplyFacts facts, CancellationToken cancellationToken)
    {
        try
        {
            await WalkAsync(buffer, result, facts, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException e)
        {
            // All that was asked for has come. What is wrong behind it is nobody's loss.
            if (!result.IsAll)
            {
                // The cause is not passed on: its message may quote the reply.
                throw new ImageDecodeException(
                    $"The reply is not valid JSON, about byte {buffer.Consumed + (e.BytePositionInLine ?? 0)}.")
                {
                    BodyExcerpt = buffer.Consumed == 0
                        ? NoPicture.Excerpt(buffer.Unread, facts.ErrorContext.CreateRedactor())
                        : null,
                };
            }
        }

        await buffer.PassRestAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask WalkAsync(
        ReplyBuffer buffer, ResultCollector result, ReplyFacts facts, CancellationToken cancellationToken)
    {
        var tokens = new ResultTokenizer(buffer, result);
        var onward = facts.Destination is { } destination ? new DestinationSink(destination) : null;
        while (true)
        {
            var step = tokens.Advance();
            await result.CommitAsync(cancellationToken).ConfigureAwait(false);
            if (step == ResultStep.AtPicture)
            {
                PictureSink sink = onward is null
                    ? await PictureDecoder
                        .InMemoryAsync(buffer, GuessLength(buffer, facts), cancellationToken).ConfigureAwait(false)
                    : onward.Begin(result.Index);
                await TakeAsync(buffer, sink, tokens, result, cancellationToken).ConfigureAwait(false);
            }
            else if (step == ResultStep.NeedsInput)
            {
                await buffer.RequireTwiceAsync(cancellationToken).ConfigureAwait(false);
            }
            else if (!result.IsSettled
                && await BodyKind.HasObjectAsync(buffer, cancellationToken).ConfigureAwait(false))
            {
                // A line of progress, with further lines behind it.
                tokens.BeginDocument();
            }
            else
            {
                return;
            }
        }
    }

    // One broken picture of several costs nobody the others.
    private static async ValueTask TakeAsync(
        ReplyBuffer buffer,
        PictureSink sink,
        ResultTokenizer tokens,
        ResultCollector result,
        CancellationToken cancellationToken)
    {
        try
        {
            var picture = await PictureDecoder
                .DecodeAsync(buffer, sink, tokens, cancellationToken).ConfigureAwait(false);
            result.Current.Take(picture);
        }
        catch (ImageDecodeException e) when (e.InnerException is FormatException)
        {
            result.Current.Break(e);
            await PictureDecoder.PassTextAsync(buffer, e, cancellationToken).ConfigureAwait(false);
        }
    }

    // The body is no JSON but the picture itself.
    private static async ValueTask DecodeRawAsync(
        ReplyBuffer buffer, ResultCollector result, ReplyFacts facts, CancellationToken cancellationToken)
    {
        result.BeginImages();
        result.BeginImage();
        PictureSink sink = facts.Destination is { } destination
            ? new DestinationSink(destination)
            : new MemorySink(GuessLength(buffer, facts));
        var picture = await PictureDecoder.DecodeRawAsync(buffer, sink, cancellationToken).ConfigureAwait(false);
        result.Current.Take(picture);
    }

    // With one picture on its way, nearly all that is left of the body is its base64.
    private static int GuessLength(ReplyBuffer buffer, ReplyFacts facts)
    {
        var left = facts.Length is { } length && facts.Count == 1 ? (length - buffer.Consumed) / 4 * 3 : 0;

        // What is to be cleaned is shorter than it looks, by as much as nobody knows.
        return left is >= SmallestGuess and <= LargestGuess && !Base64Cleaner.BeginsMessy(buffer.Unread)
            ? (int)left
            : 0;
    }
}
