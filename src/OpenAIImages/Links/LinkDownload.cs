using System.Net;
using System.Net.Http.Headers;
using OpenAIImages.Decoders;
using OpenAIImages.ErrorReplies;
using OpenAIImages.Headers;

namespace OpenAIImages.Links;

/// <summary>One file on its way from a link to a destination, over one connection or several.</summary>
internal sealed class LinkDownload(
    LinkTransport transport,
    Uri link,
    ImageDestination destination,
    int place,
    ImageClientOptions options,
    IProgress<ImageProgress>? progress) : IDisposable
{
    private DestinationSink _sink = new(destination, place);
    private RangeConditionHeaderValue? _same;
    private long? _total;

    /// <summary>Fetches what is still missing.</summary>
    public async Task ContinueAsync(CancellationToken cancellationToken)
    {
        var rest = _sink.Length > 0 && _same is not null ? new LinkRange(_sink.Length, _same) : null;
        using var reply = await transport.GetAsync(link, rest, cancellationToken).ConfigureAwait(false);
        await LinkReply
            .EnsureFileAsync(reply, HostName.Of(link), options.TimeProvider, cancellationToken)
            .ConfigureAwait(false);
        if (reply.StatusCode != HttpStatusCode.PartialContent)
        {
            Begin(reply);
        }
        else if (rest is null || reply.Content.Headers.ContentRange?.From != rest.Start)
        {
            throw ImageTransportException.LinkFailed(HostName.Of(link), "it sends another part than was asked for.");
        }

        using var body = await transport.OpenBodyAsync(reply, cancellationToken).ConfigureAwait(false);
        await ReceiveAsync(body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the file last.</summary>
    public async Task<StoredPicture> CompleteAsync(CancellationToken cancellationToken)
    {
        using var output = await _sink.CompleteAsync(cancellationToken).ConfigureAwait(false);
        if (output.Length == 0)
        {
            throw new ImageDecodeException($"The link to {HostName.Of(link)} leads to an empty file.");
        }

        await output.CommitAsync(cancellationToken).ConfigureAwait(false);

        return output;
    }

    public void Dispose() => _sink.Dispose();

    private void Begin(HttpResponseMessage reply)
    {
        if (_sink.Length > 0)
        {
            if (!_sink.CanStartOver)
            {
                throw ImageTransportException.LinkFailed(
                    HostName.Of(link), "the connection was lost, it cannot resume, and the stream has bytes already.");
            }

            _sink.Dispose();
            _sink = new DestinationSink(destination, place);
        }

        _same = LinkRange.Recognise(reply);
        _total = ReplyHeaders.PlainLength(reply.Content.Headers);
        EnsureWithinLimit(_total ?? 0);
    }

    private async Task ReceiveAsync(Stream body, CancellationToken cancellationToken)
    {
        while (_total is null || _sink.Length < _total)
        {
            await _sink.MakeRoomAsync(cancellationToken).ConfigureAwait(false);
            var read = await body.ReadAsync(_sink.RoomMemory, cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            _sink.Advance(read);
            EnsureWithinLimit(_sink.Length);
            progress?.Report(new ImageProgress(_sink.Length, _total));
        }

        if (_sink.Length < _total)
        {
            throw ImageTransportException.BodyEndedEarly();
        }
    }

    private void EnsureWithinLimit(long length)
    {
        if (length > options.Links.MaxBytes)
        {
            throw ImageTransportException.LinkFailed(
                HostName.Of(link),
                $"the file is larger than {nameof(options.Links)}.{nameof(options.Links.MaxBytes)}, " +
                $"{options.Links.MaxBytes} bytes.");
        }
    }
}
