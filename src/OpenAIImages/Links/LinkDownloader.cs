using OpenAIImages.Calls;
using OpenAIImages.Decoders;
using OpenAIImages.Diagnostics;
using OpenAIImages.Transport;

namespace OpenAIImages.Links;

/// <summary>Writes images to their destinations, and first fetches images that came as links.</summary>
/// <param name="currentOptions">Returns the current options.</param>
/// <param name="network">The handler that sends requests to links; own sockets when <see langword="null"/>.</param>
/// <remarks>
/// <para>A download that breaks off continues where it stopped, up to three times, since a new request costs
/// nothing.</para>
/// <para><b>Memory.</b> A download uses one pooled buffer of 64 KiB.</para>
/// </remarks>
internal sealed class LinkDownloader(Func<ImageClientOptions> currentOptions, HttpMessageHandler? network) : IDisposable
{
    private const int MaxResumptions = 3;

    private readonly Lazy<HttpClient> _http = new(() => LinkHttpClient.Create(currentOptions, network));

    /// <summary>Gets whether any image of a result must still be fetched.</summary>
    public static bool IsNeededFor(ImageResult result)
    {
        for (var i = 0; i < result.Images.Count; i++)
        {
            if (IsNeededFor(result.Images[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Gets whether an image came as a link without bytes.</summary>
    public static bool IsNeededFor(ImageOutput image) => image is { Link: not null, Length: 0 };

    /// <summary>Writes one image to a destination, with the options of its call or the current options.</summary>
    /// <returns>The image without its bytes.</returns>
    /// <exception cref="ArgumentException">There is no image, or it went to a file.</exception>
    public async Task<ImageOutput> DownloadAsync(
        ImageOutput image,
        ImageDestination destination,
        int index,
        ImageClientOptions? options,
        IProgress<ImageProgress>? progress,
        CancellationToken cancellationToken)
    {
        var found = image switch
        {
            { Bytes.IsEmpty: false } => await WriteAsync(
                image.Bytes, destination, index, progress, cancellationToken).ConfigureAwait(false),
            { Link: { } link } when DataLink.IsDataLink(link) => await WriteAsync(
                DataLink.Decode(link), destination, index, progress, cancellationToken).ConfigureAwait(false),
            { Link: { } link } => await FollowAsync(
                link, destination, index, options ?? currentOptions(), progress, cancellationToken)
                .ConfigureAwait(false),
            { SavedPath: { } path } => throw new ArgumentException(
                $"The image went to {path} while it arrived; copy it from there.", nameof(image)),
            _ => throw new ArgumentException("There is no image: the service held it back.", nameof(image)),
        };

        return image with
        {
            Bytes = default,
            Length = found.Length,
            MediaType = found.MediaType,
            SavedPath = found.SavedPath,
        };
    }

    /// <summary>Fetches an image to the destination of its call, if it came as a link.</summary>
    /// <returns>The image. If the download fails, the image still has its link: the image is paid for, and the link may
    /// work later.</returns>
    public async Task<ImageOutput> ResolveLinkAsync(
        ImageOutput image,
        ImageDestination destination,
        int index,
        ImageClientOptions? options,
        CancellationToken cancellationToken)
    {
        if (!IsNeededFor(image))
        {
            return image;
        }

        try
        {
            return await DownloadAsync(image, destination, index, options, null, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (ImageClientException e) when (e is not ImageDestinationException && destination.CanStartOver)
        {
            return image;
        }
    }

    /// <summary>Fetches the image of an event to the destination of its call, if it came as a link.</summary>
    public ValueTask<ImageStreamEvent> ResolveLinkAsync(
        ImageStreamEvent found,
        ImageDestination destination,
        CallRecord call,
        ImageClientOptions options,
        CancellationToken cancellationToken)
        => found is CompletedImageEvent completed && IsNeededFor(completed.Image)
            ? ResolveLinkAsync(completed, destination, call, options, cancellationToken)
            : new(found);

    /// <summary>Fetches all images of a result that came as links to the destination of its call.</summary>
    public async Task<ImageResult> ResolveLinksAsync(
        ImageResult result, ImageDestination destination, CallRecord call, CancellationToken cancellationToken)
    {
        ImageOutput[] images = [.. result.Images];
        call.Received = images;
        for (var i = 0; i < images.Length; i++)
        {
            images[i] = await ResolveLinkAsync(images[i], destination, i, call.Options, cancellationToken)
                .ConfigureAwait(false);
        }

        return result with { Images = images };
    }

    /// <summary>Closes the connections, if any were opened.</summary>
    public void Dispose()
    {
        if (_http.IsValueCreated)
        {
            _http.Value.Dispose();
        }
    }

    private static async Task<StoredImage> WriteAsync(
        ReadOnlyMemory<byte> bytes,
        ImageDestination destination,
        int index,
        IProgress<ImageProgress>? progress,
        CancellationToken cancellationToken)
    {
        using var sink = new DestinationSink(destination, index) { Total = bytes.Length };
        await sink.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        using var output = await sink.CompleteAsync(cancellationToken).ConfigureAwait(false);
        await output.CommitAsync(cancellationToken).ConfigureAwait(false);
        progress?.Report(new ImageProgress(bytes.Length, bytes.Length));

        return output;
    }

    // The image is paid for, so the record keeps it while the link is followed.
    private async ValueTask<ImageStreamEvent> ResolveLinkAsync(
        CompletedImageEvent completed,
        ImageDestination destination,
        CallRecord call,
        ImageClientOptions options,
        CancellationToken cancellationToken)
    {
        var before = call.Received;
        call.Received = [.. before, completed.Image];
        var image = await ResolveLinkAsync(
            completed.Image, destination, completed.ImageIndex, options, cancellationToken)
            .ConfigureAwait(false);
        call.Received = before;

        return completed with { Image = image };
    }

    private async Task<StoredImage> FollowAsync(
        Uri link,
        ImageDestination destination,
        int index,
        ImageClientOptions options,
        IProgress<ImageProgress>? progress,
        CancellationToken cancellationToken)
    {
        using var telemetry = DownloadTelemetry.Begin(link);
        try
        {
            var image = await FollowAsync(
                link, destination, index, options, progress, telemetry, cancellationToken).ConfigureAwait(false);
            telemetry?.Complete(image.Length);

            return image;
        }
        catch (Exception e) when (telemetry?.Fail(e) is true)
        {
            throw;
        }
    }

    private async Task<StoredImage> FollowAsync(
        Uri link,
        ImageDestination destination,
        int index,
        ImageClientOptions options,
        IProgress<ImageProgress>? progress,
        DownloadTelemetry? telemetry,
        CancellationToken cancellationToken)
    {
        var transport = new LinkTransport(_http.Value, options);
        using var download = new LinkDownload(transport, link, destination, index, options, progress);
        for (var resumptions = 0; ; resumptions++)
        {
            TimeSpan delay;
            try
            {
                await download.ContinueAsync(cancellationToken).ConfigureAwait(false);

                return await download.CompleteAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (ImageTransportException e) when (e.IsTransient && resumptions < MaxResumptions)
            {
                if (RetryDelay.After(
                    resumptions, e.RetryAfter, options.MaxServerDelay, Random.Shared.NextDouble()) is not { } wait)
                {
                    throw;
                }

                delay = wait;
                telemetry?.AddRetry(e, delay);
            }

            await Task.Delay(delay, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }
}
