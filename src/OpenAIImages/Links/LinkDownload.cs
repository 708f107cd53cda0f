using System.Net;
using System.Net.Http.Headers;
using OpenAIImages.Decoders;
using OpenAIImages.ErrorReplies;

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
    private DestinationSink? _begun;
    private RangeConditionHeaderValue? _same;
    private LinkFile? _file;

    private DestinationSink Sink => _begun ??= new(destination, place) { Check = EnsureImage };

    private long? Total => _file?.Total;

    /// <summary>Fetches what is still missing.</summary>
    public async Task ContinueAsync(CancellationToken cancellationToken)
    {
        var rest = Sink.Length > 0 && _same is not null ? new LinkRange(Sink.Length, _same) : null;
        using var reply = await transport.GetAsync(link, rest, cancellationToken).ConfigureAwait(false);
        await LinkReply
            .EnsureFileAsync(reply, HostName.Of(link), options.TimeProvider, cancellationToken)
            .ConfigureAwait(false);
        if (reply.StatusCode != HttpStatusCode.PartialContent)
        {
            Begin(reply);
        }
        else if (rest is not null && _file?.IsFileOf(reply) == false)
        {
            // From its beginning, then, and not one half of each.
            _same = null;
            throw ImageTransportException.LinkBusy(
                HostName.Of(link), "the file has become another one while it was fetched.", retryAfter: null);
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
        using var output = await Sink.CompleteAsync(cancellationToken).ConfigureAwait(false);
        if (output.Length == 0)
        {
            throw new ImageDecodeException($"The link to {HostName.Of(link)} leads to an empty file.");
        }

        await output.CommitAsync(cancellationToken).ConfigureAwait(false);

        return output;
    }

    public void Dispose() => _begun?.Dispose();

    private void Begin(HttpResponseMessage reply)
    {
        if (Sink.Length > 0)
        {
            if (!Sink.CanStartOver)
            {
                throw ImageTransportException.LinkFailed(
                    HostName.Of(link), "the connection was lost, it cannot resume, and the stream has bytes already.");
            }

            Sink.Dispose();
            _begun = null;
        }

        _same = LinkRange.Recognise(reply);
        _file = LinkFile.Of(reply);
        EnsureWithinLimit(Total ?? 0);
    }

    // By its first bytes: hosts say "image/png" of their error pages, too.
    private void EnsureImage(ImageMediaType mediaType, ReadOnlyMemory<byte> first)
    {
        if (mediaType == ImageMediaType.Unknown && LinkFile.FaultIn(first.Span) is { } fault)
        {
            throw new ImageDecodeException($"The link to {HostName.Of(link)} leads to {fault} and not to an image.");
        }
    }

    private async Task ReceiveAsync(Stream body, CancellationToken cancellationToken)
    {
        while (Total is null || Sink.Length < Total)
        {
            await Sink.MakeRoomAsync(cancellationToken).ConfigureAwait(false);
            var read = await body.ReadAsync(Sink.RoomMemory, cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            Sink.Advance(read);
            EnsureWithinLimit(Sink.Length);
            progress?.Report(new ImageProgress(Sink.Length, Total));
        }

        if (Sink.Length < Total)
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
