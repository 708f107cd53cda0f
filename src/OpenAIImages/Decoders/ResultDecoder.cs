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
            if (BodyKind.IsPicture(buffer.Unread, mediaType))
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
        catch (JsonException e)
        {
            // The cause is not passed on: its message may quote the reply.
            throw new ImageDecodeException(
                $"The reply is not valid JSON, about byte {buffer.Consumed + (e.BytePositionInLine ?? 0)}.");
        }
    }

    private static async ValueTask DecodeJsonAsync(
        ReplyBuffer buffer, ResultCollector result, ReplyFacts facts, CancellationToken cancellationToken)
    {
        var tokens = new ResultTokenizer(buffer, result);
        var onward = facts.Destination is { } destination ? new DestinationSink(destination) : null;
        for (var step = tokens.Advance(); step != ResultStep.Ended; step = tokens.Advance())
        {
            if (step == ResultStep.AtPicture)
            {
                PictureSink sink = onward is null
                    ? await PictureDecoder
                        .InMemoryAsync(buffer, GuessLength(buffer, facts), cancellationToken).ConfigureAwait(false)
                    : onward.Begin(result.Count - 1);
                var picture = await PictureDecoder
                    .DecodeAsync(buffer, sink, tokens, cancellationToken).ConfigureAwait(false);
                result.Current.Take(picture);
            }
            else
            {
                await buffer.RequireTwiceAsync(cancellationToken).ConfigureAwait(false);
            }
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
