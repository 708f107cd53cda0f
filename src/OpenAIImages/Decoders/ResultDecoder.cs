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

    // The longest signature of a picture that is told from JSON by its first bytes.
    private const int EnoughToTell = 16;

    private readonly ReplyBuffer _buffer;
    private readonly ReplyFacts _facts;
    private readonly ResultTokenizer _tokens;
    private readonly ResultCollector _result;

    private ResultDecoder(Stream body, ReplyFacts facts)
    {
        _facts = facts;
        _buffer = new ReplyBuffer(body);
        _result = new ResultCollector(facts);
        _tokens = new ResultTokenizer(_buffer, _result);
    }

    /// <summary>Reads a reply to its end. The stream is left open.</summary>
    public static async Task<ImageResult> DecodeAsync(
        Stream body, ReplyFacts facts, CancellationToken cancellationToken)
    {
        using var decoder = new ResultDecoder(body, facts);
        try
        {
            return await decoder.DecodeAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException e)
        {
            // The cause is not passed on: its message may quote the reply.
            throw new ImageDecodeException(
                $"The reply is not valid JSON, about byte {decoder._buffer.Consumed + (e.BytePositionInLine ?? 0)}.");
        }
    }

    public void Dispose()
    {
        _buffer.Dispose();
        _result.Dispose();
    }

    private async ValueTask<ImageResult> DecodeAsync(CancellationToken cancellationToken)
    {
        while (_buffer.Unread.Length < EnoughToTell && !_buffer.IsComplete)
        {
            await _buffer.FillAsync(cancellationToken).ConfigureAwait(false);
        }

        if (BodyKind.IsPicture(_buffer.Unread, _facts.MediaType))
        {
            return await DecodeRawAsync(cancellationToken).ConfigureAwait(false);
        }

        BodyKind.EnsureNoMarkup(_buffer.Unread, _facts.MediaType);
        while (true)
        {
            switch (_tokens.Advance())
            {
                case ResultStep.AtPicture: await DecodePictureAsync(cancellationToken).ConfigureAwait(false); break;
                case ResultStep.NeedsInput: await FillAsync(cancellationToken).ConfigureAwait(false); break;
                default: return await _result.CompleteAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask DecodePictureAsync(CancellationToken cancellationToken)
    {
        var member = _result.Current.NameOf(_tokens.PictureMember);
        var sink = CreateSink();
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
                    await FillAsync(cancellationToken).ConfigureAwait(false);
                }

                step = base64.Decode(_buffer, sink);
            }

            _result.Current.Take(sink, await sink.CompleteAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (FormatException e)
        {
            sink.Dispose();
            throw new ImageDecodeException($"{member} {e.Message}.", member, e);
        }
        catch
        {
            sink.Dispose();
            throw;
        }
    }

    // The body is no JSON but the picture itself.
    private async ValueTask<ImageResult> DecodeRawAsync(CancellationToken cancellationToken)
    {
        _result.BeginImages();
        _result.BeginImage();
        var sink = CreateSink();
        try
        {
            while (!_buffer.Unread.IsEmpty || !_buffer.IsComplete)
            {
                await sink.MakeRoomAsync(cancellationToken).ConfigureAwait(false);
                var count = Math.Min(sink.Room.Length, _buffer.Unread.Length);
                _buffer.Unread.Slice(0, count).CopyTo(sink.Room);
                sink.Advance(count);
                _buffer.Consume(count);
                if (_buffer.Unread.IsEmpty && !_buffer.IsComplete)
                {
                    await _buffer.FillAsync(cancellationToken).ConfigureAwait(false);
                }
            }

            _result.Current.Take(sink, await sink.CompleteAsync(cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            sink.Dispose();
            throw;
        }

        return await _result.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private PictureSink CreateSink()
        => _facts.Destination is { } destination
            ? new DestinationSink(destination, _result.Count - 1)
            : new MemorySink(GuessLength());

    // With one picture on its way, nearly all that is left of the body is its base64.
    private int GuessLength()
    {
        var left = _facts.Length is { } length && _facts.Count == 1 ? (length - _buffer.Consumed) / 4 * 3 : 0;

        return left is >= SmallestGuess and <= LargestGuess ? (int)left : 0;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_buffer.IsComplete)
        {
            throw new ImageDecodeException(
                $"The reply ends early, after {_buffer.Consumed + _buffer.Unread.Length} bytes: it was cut short on its way.");
        }

        await _buffer.FillAsync(cancellationToken).ConfigureAwait(false);
    }
}
