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
internal sealed class ResultDecoder : IDisposable
{
    // Room for a picture is made ahead only up to this: a length that a server merely claims costs no memory.
    private const int LargestGuess = 64 * 1024 * 1024;
    private const int SmallestGuess = 64 * 1024;

    private readonly ReplyBuffer _buffer;
    private readonly ReplyFacts _facts;
    private readonly ResultTokenizer _tokens;
    private readonly ResultCollector _result;

    private ResultDecoder(ReplyBuffer buffer, ReplyFacts facts)
    {
        _facts = facts;
        _buffer = buffer;
        _result = new ResultCollector(facts);
        _tokens = new ResultTokenizer(_buffer, _result);
    }

    /// <summary>Reads a reply to its end. The stream is left open.</summary>
    public static async ValueTask<ImageResult> DecodeAsync(
        Stream body, ReplyFacts facts, CancellationToken cancellationToken)
    {
        using var buffer = new ReplyBuffer(body, facts.Limit);

        return await DecodeAsync(buffer, facts, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a reply, of which the beginning may have come already, to its end.</summary>
    public static ValueTask<ImageResult> DecodeAsync(
        ReplyBuffer buffer, ReplyFacts facts, CancellationToken cancellationToken)
        => new ResultDecoder(buffer, facts).DecodeAsync(cancellationToken);

    public void Dispose() => _result.Dispose();

    private async ValueTask<ImageResult> DecodeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await BodyKind.FillAsync(_buffer, cancellationToken).ConfigureAwait(false);
            if (BodyKind.IsPicture(_buffer.Unread, _facts.MediaType))
            {
                await DecodeRawAsync(cancellationToken).ConfigureAwait(false);
            }
            else
            {
                BodyKind.EnsureNoMarkup(_buffer.Unread, _facts.MediaType);
                await DecodeJsonAsync(cancellationToken).ConfigureAwait(false);
            }

            return await _result.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException e)
        {
            // The cause is not passed on: its message may quote the reply.
            throw new ImageDecodeException(
                $"The reply is not valid JSON, about byte {_buffer.Consumed + (e.BytePositionInLine ?? 0)}.");
        }
        finally
        {
            Dispose();
        }
    }

    private async ValueTask DecodeJsonAsync(CancellationToken cancellationToken)
    {
        for (var step = _tokens.Advance(); step != ResultStep.Ended; step = _tokens.Advance())
        {
            if (step == ResultStep.AtPicture)
            {
                await DecodePictureAsync(cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await _buffer.RequireTwiceAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask DecodePictureAsync(CancellationToken cancellationToken)
    {
        var image = _result.Current;
        var sink = CreateSink();
        image.Take(sink, await PictureDecoder
            .DecodeAsync(_buffer, sink, image.NameOf(_tokens.PictureMember), cancellationToken)
            .ConfigureAwait(false));
    }

    // The body is no JSON but the picture itself.
    private async ValueTask DecodeRawAsync(CancellationToken cancellationToken)
    {
        _result.BeginImages();
        _result.BeginImage();
        var sink = CreateSink();
        _result.Current.Take(
            sink, await PictureDecoder.DecodeRawAsync(_buffer, sink, cancellationToken).ConfigureAwait(false));
    }

    private PictureSink CreateSink()
        => _facts.Destination is { } destination
            ? new DestinationSink(destination, _result.Count - 1)
            : new MemorySink(GuessLength());

    // With one picture on its way, nearly all that is left of the body is its base64.
    private int GuessLength()
    {
        var left = _facts.Length is { } length && _facts.Count == 1 ? (length - _buffer.Consumed) / 4 * 3 : 0;

        // What is to be cleaned is shorter than it looks, by as much as nobody knows.
        return left is >= SmallestGuess and <= LargestGuess && !Base64Cleaner.BeginsMessy(_buffer.Unread)
            ? (int)left
            : 0;
    }
}
