using System.Net;
using System.Text.Json;
using OpenAIImages.Calls;
using OpenAIImages.Decoders;
using OpenAIImages.Destinations;

namespace OpenAIImages.Jobs;

/// <summary>Reads one line of results.</summary>
/// <param name="line">The line.</param>
/// <param name="batch">The batch.</param>
/// <param name="client">The options of the client.</param>
/// <param name="options">The settings of the reading.</param>
/// <param name="log">The log for messages about files that are saved under other names.</param>
/// <remarks><b>Memory.</b> It uses only the memory of the buffer for an image with a destination. If the id of the
/// piece comes after the image in the line, the image is in memory until the id has come. <b>Fails</b> only with faults
/// of the network and with cancellation; any other fault is a result.</remarks>
internal sealed class LineReader(
    LineBuffer line, ImageBatch batch, ImageClientOptions client, ImageBatchReadOptions options, IDestinationLog? log)
{
    private readonly LineTokenizer _tokens = new(line);
    private readonly CallRecord _record = new();
    private ImageResult? _result;
    private ImageDestination? _destination;
    private ImageApiException? _error;
    private bool _hasBody;
    private bool _isSkipped;

    /// <summary>Reads the line to its end, or to its fault.</summary>
    /// <param name="isNetworkFault">The function that tells whether an exception is a fault of the network.</param>
    /// <param name="cancellationToken">Abandons the reading.</param>
    /// <returns>The result; <see langword="null"/> for a piece that is skipped.</returns>
    public async ValueTask<ImageBatchResult?> ReadAsync(
        Func<Exception, bool> isNetworkFault, CancellationToken cancellationToken)
    {
        ImageClientException? fault = null;
        try
        {
            await WalkAsync(isNetworkFault, cancellationToken).ConfigureAwait(false);
            if (_isSkipped || IsSkipped())
            {
                return null;
            }

            await MoveToDestinationAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            // The cause is left out, since its message may quote the line.
            fault = Broken("It is not valid JSON.", member: null);
        }
        catch (ImageDecodeException e) when (!isNetworkFault(e))
        {
            fault = Broken(e.Message, e.Member);
        }
        catch (ImageClientException e) when (!isNetworkFault(e))
        {
            fault = e;
        }

        return Conclude(fault);
    }

    private async ValueTask WalkAsync(Func<Exception, bool> isNetworkFault, CancellationToken cancellationToken)
    {
        while (!_isSkipped)
        {
            switch (_tokens.Advance())
            {
                case TokenizerStop.AtImages:
                    await ReadBodyAsync(isNetworkFault, cancellationToken).ConfigureAwait(false);
                    break;
                case TokenizerStop.NeedsInput:
                    await line.FillToDoubleAsync(cancellationToken).ConfigureAwait(false);
                    break;
                default:
                    return;
            }
        }
    }

    private async ValueTask ReadBodyAsync(Func<Exception, bool> isNetworkFault, CancellationToken cancellationToken)
    {
        _hasBody = true;
        if (_tokens.Id is { } id)
        {
            if (_isSkipped = IsSkipped())
            {
                return;
            }

            _destination = options.Destination?.Invoke(id)?.Prepare(StandIn.Request, log);
        }

        using var reply = new HttpResponseMessage(_tokens.Status ?? HttpStatusCode.OK)
        {
            Content = new ByteArrayContent([]),
        };
        var answered = new AnsweredCall
        {
            Reply = reply,
            Request = StandIn.Request,
            Options = client,
            Record = _record,
            Destination = _destination,
        };
        try
        {
            _result = await ResultDecoder.DecodeInnerAsync(line, answered, cancellationToken).ConfigureAwait(false);
        }
        catch (ImageApiException e) when (!isNetworkFault(e))
        {
            // The whole body was read, and is an error. The members after it tell which request it belongs to.
            _error = e;
        }
    }

    private bool IsSkipped() => _tokens.Id is { } id && options.Skip?.Invoke(id) == true;

    // The id came after the images.
    private async ValueTask MoveToDestinationAsync(CancellationToken cancellationToken)
    {
        if (_result is null || _destination is not null || _tokens.Id is not { } id
            || options.Destination?.Invoke(id)?.Prepare(StandIn.Request, log) is not { } destination)
        {
            return;
        }

        var images = _result.Images.ToArray();
        _record.Received = _result.Images;
        for (var i = 0; i < images.Length; i++)
        {
            if (images[i].Bytes is { IsEmpty: false } bytes)
            {
                var written = await destination.WriteAsync(bytes, i, cancellationToken).ConfigureAwait(false);
                images[i] = images[i] with { Bytes = default, SavedPath = written.SavedPath };
                _record.Received = [.. images];
            }
        }

        _result = _result with { Images = images };
    }

    // An image that came whole counts, even if the rest of the line is broken.
    private ImageBatchResult Conclude(ImageClientException? fault)
    {
        if (_result is { } result && fault is null or ImageDecodeException)
        {
            return new ImageBatchResult(_tokens.Id, result with { RequestId = _tokens.RequestId ?? result.RequestId })
            {
                Line = line.Number,
                Cost = CostOf(result),
            };
        }

        _error?.AddLineFacts(_tokens.RequestId, _tokens.Status);
        fault = LineFaults.Complete(
            _error ?? fault ?? LineFaults.Of(_tokens, batch, client, line.Number),
            _record,
            _hasBody && !_tokens.IsRefused);

        return new ImageBatchResult(_tokens.Id, fault) { Line = line.Number };
    }

    private decimal? CostOf(ImageResult result)
        => options.Prices is { } prices && (options.Model ?? batch.Model) is { } model
            ? result.Cost(prices, model).Total
            : null;

    private ImageDecodeException Broken(string reason, string? member)
        => new($"Line {line.Number} of the results of the batch {batch.Id} cannot be read: {reason}", member);
}
