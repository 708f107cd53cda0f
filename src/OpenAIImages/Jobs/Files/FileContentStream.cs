using System.Buffers;
using System.Net;
using OpenAIImages.Bytes;
using OpenAIImages.Diagnostics;
using OpenAIImages.Headers;
using OpenAIImages.Links;
using OpenAIImages.Transport;

namespace OpenAIImages.Jobs;

/// <summary>The content of a file of the service, over one connection or several.</summary>
/// <param name="service">The sender of the calls.</param>
/// <param name="fileId">The id of the file.</param>
/// <param name="options">The options of the whole download.</param>
/// <remarks>
/// <para>The stream resumes a broken connection: it requests the rest of the file. If the service sends the whole file
/// instead, the stream skips the bytes that have come. The reader does not notice. The stream fails when three
/// connections in a row bring nothing. The file of an id does not change, so that the parts always fit together.</para>
/// <para><b>Fails</b> with an <see cref="ImageClientException"/>, which <see cref="Fault"/> keeps.</para>
/// </remarks>
internal sealed class FileContentStream(ServiceCaller service, string fileId, ImageClientOptions options)
    : AsyncReadStream
{
    private const int MaxFailures = 3;
    private const int SkipBufferSize = 64 * 1024;

    private HttpResponseMessage? _reply;
    private Stream? _body;
    private FileRange? _rest;
    private int _failures;

    /// <summary>Gets the exception that ended the download. It distinguishes faults of the download from faults of the
    /// content.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Gets the number of bytes that have come.</summary>
    public long Received { get; private set; }

    /// <summary>Gets the length of the file, after the first connection and if the service named it.</summary>
    public long? Total { get; private set; }

    /// <summary>Connects, so that <see cref="Total"/> is known and a missing file fails now.</summary>
    public async ValueTask OpenAsync(CancellationToken cancellationToken)
        => await ReadAsync(Memory<byte>.Empty, cancellationToken).ConfigureAwait(false);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            TimeSpan delay;
            try
            {
                var body = _body ?? await ConnectAsync(cancellationToken).ConfigureAwait(false);
                if (buffer.IsEmpty || Received == Total)
                {
                    return 0;
                }

                var read = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
                if (read == 0 && Received < Total)
                {
                    throw ImageTransportException.BodyEndedEarly();
                }

                Received += read;
                _failures = 0;

                return read;
            }
            catch (ImageClientException e) when (e.IsTransient && ++_failures < MaxFailures
                && RetryDelay.After(
                    _failures - 1, e.RetryAfter, options.MaxServerDelay, Random.Shared.NextDouble()) is { } wait)
            {
                delay = wait;
            }
            catch (ImageClientException e)
            {
                Fault = e;
                throw;
            }

            Disconnect();
            await Task.Delay(delay, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Disconnect();
        }

        base.Dispose(disposing);
    }

    private async Task<Stream> ConnectAsync(CancellationToken cancellationToken)
    {
        var range = Received > 0 ? _rest! with { Start = Received } : null;
        var request = new ServiceRequest(
            TelemetryNames.Span.DownloadFile,
            HttpMethod.Get,
            $"files/{ServiceRequest.PartOf(fileId, nameof(fileId))}/content")
        {
            Accept = "application/binary, */*",
            Range = range,
        };
        _reply = await service.OpenAsync(request, options, cancellationToken).ConfigureAwait(false);
        var isRest = _reply.StatusCode == HttpStatusCode.PartialContent;
        EnsureSameFile(isRest);
        _body = await ImageTransport.OpenBodyAsync(_reply, options, cancellationToken).ConfigureAwait(false);
        if (!isRest)
        {
            await SkipAsync(_body, Received, cancellationToken).ConfigureAwait(false);
        }

        return _body;
    }

    private void EnsureSameFile(bool isRest)
    {
        var range = _reply!.Content.Headers.ContentRange;
        if (isRest && range?.From != Received)
        {
            throw new ImageDecodeException("The service sends another part of the file than the client asked for.");
        }

        var total = isRest ? range?.Length : ReplyHeaders.PlainLength(_reply.Content.Headers);
        if (total is not null && Total is not null && total != Total)
        {
            throw new ImageDecodeException("The file has another length than when its download began.");
        }

        Total ??= total;
        _rest ??= new FileRange(0, LinkRange.GetValidator(_reply));
    }

    private static async Task SkipAsync(Stream body, long count, CancellationToken cancellationToken)
    {
        if (count == 0)
        {
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(SkipBufferSize);
        try
        {
            while (count > 0)
            {
                var part = buffer.AsMemory(0, (int)Math.Min(count, buffer.Length));
                var read = await body.ReadAsync(part, cancellationToken).ConfigureAwait(false);
                count -= read > 0 ? read : throw ImageTransportException.BodyEndedEarly();
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Disconnect()
    {
        _body?.Dispose();
        _reply?.Dispose();
        (_body, _reply) = (null, null);
    }
}
