using System.Net;
using System.Net.Http.Headers;
using OpenAIImages.Decoders;
using OpenAIImages.ErrorReplies;

namespace OpenAIImages.Links;

/// <summary>The download of one file from a link to a destination, over one connection or several.</summary>
internal sealed class LinkDownload(
    LinkTransport transport,
    Uri link,
    ImageDestination destination,
    int index,
    ImageClientOptions options,
    IProgress<ImageProgress>? progress) : IDisposable
{
    private DestinationSink? _sink;
    private RangeConditionHeaderValue? _validator;
    private LinkedFile? _file;

    private DestinationSink Sink => _sink ??= new(destination, index) { Check = EnsureImage };

    private long? Total => _file?.Total;

    /// <summary>Fetches the missing rest of the file.</summary>
    public async Task ContinueAsync(CancellationToken cancellationToken)
    {
        var rest = Sink.Length > 0 && _validator is not null ? new LinkRange(Sink.Length, _validator) : null;
        using var reply = await transport.GetAsync(link, rest, cancellationToken).ConfigureAwait(false);
        await LinkReply
            .EnsureFileAsync(reply, HostName.Safe(link), options.TimeProvider, cancellationToken)
            .ConfigureAwait(false);
        if (reply.StatusCode != HttpStatusCode.PartialContent)
        {
            Begin(reply);
        }
        else if (rest is not null && _file?.IsSameFile(reply) == false)
        {
            // The next attempt starts at the beginning, so that the parts of two files never mix.
            _validator = null;
            throw ImageTransportException.LinkBusy(
                HostName.Safe(link), "the file has become another one while it was fetched.", retryAfter: null);
        }
        else if (rest is null || reply.Content.Headers.ContentRange?.From != rest.Start)
        {
            throw ImageTransportException.LinkFailed(HostName.Safe(link), "it sends a part that was not requested.");
        }

        using var body = await transport.OpenBodyAsync(reply, cancellationToken).ConfigureAwait(false);
        await ReceiveAsync(body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the file and makes it permanent.</summary>
    public async Task<StoredImage> CompleteAsync(CancellationToken cancellationToken)
    {
        using var output = await Sink.CompleteAsync(cancellationToken).ConfigureAwait(false);
        if (output.Length == 0)
        {
            throw new ImageDecodeException($"The link to {HostName.Safe(link)} leads to an empty file.");
        }

        await output.CommitAsync(cancellationToken).ConfigureAwait(false);

        return output;
    }

    public void Dispose() => _sink?.Dispose();

    private void Begin(HttpResponseMessage reply)
    {
        if (Sink.Length > 0)
        {
            if (!Sink.CanStartOver)
            {
                throw ImageTransportException.LinkFailed(
                    HostName.Safe(link),
                    "the connection was lost, it cannot resume, and the stream has bytes already.");
            }

            Sink.Dispose();
            _sink = null;
        }

        _validator = LinkRange.GetValidator(reply);
        _file = LinkedFile.From(reply);
        EnsureWithinLimit(Total ?? 0);
        Sink.Total = Total is > 0 ? Total : null;
    }

    // The first bytes decide, since hosts also label error pages as "image/png".
    private void EnsureImage(ImageMediaType mediaType, ReadOnlyMemory<byte> first)
    {
        if (mediaType == ImageMediaType.Unknown && LinkedFile.DescribeNonImage(first.Span) is { } fault)
        {
            throw new ImageDecodeException($"The link to {HostName.Safe(link)} leads to {fault} and not to an image.");
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
                HostName.Safe(link),
                $"the file is larger than {nameof(options.Links)}.{nameof(options.Links.MaxBytes)}, " +
                $"{options.Links.MaxBytes} bytes.");
        }
    }
}
