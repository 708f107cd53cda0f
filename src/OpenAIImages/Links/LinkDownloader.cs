using OpenAIImages.Calls;
using OpenAIImages.Decoders;
using OpenAIImages.Diagnostics;
using OpenAIImages.Transport;

namespace OpenAIImages.Links;

/// <summary>Brings images to their destinations, from wherever they are.</summary>
/// <param name="currentOptions">Returns the options in force now.</param>
/// <param name="network">What follows links; our own sockets when not given.</param>
/// <remarks>
/// <para>A download that breaks off goes on where it stopped, a few times: asking again costs nothing.</para>
/// <para><b>Memory.</b> One pooled buffer of 64 KiB.</para>
/// </remarks>
internal sealed class LinkDownloader(Func<ImageClientOptions> currentOptions, HttpMessageHandler? network) : IDisposable
{
    private const int MaxResumptions = 3;

    private readonly Lazy<HttpClient> _http = new(() => HttpPipeline.CreateLinkClient(currentOptions, network));

    /// <summary>Whether any image of a result is still to be fetched.</summary>
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

    /// <summary>Whether an image came as a link and nothing else.</summary>
    public static bool IsNeededFor(ImageOutput image) => image is { Link: not null, Length: 0 };

    /// <summary>Brings one image to a destination, by the options of its call or by those in force now.</summary>
    /// <returns>The image without its bytes.</returns>
    /// <exception cref="ArgumentException">The image is nowhere.</exception>
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

    /// <summary>Brings an image to the destination of its call, if the service gave a link instead.</summary>
    /// <returns>The image; as it was when that fails, since it is paid for and its link may serve yet.</returns>
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

    /// <summary>Brings the image of an event to the destination of its call, if the service gave a link
    /// instead.</summary>
    public ValueTask<ImageStreamEvent> ResolveLinkAsync(
        ImageStreamEvent found,
        ImageDestination destination,
        CallRecord call,
        ImageClientOptions options,
        CancellationToken cancellationToken)
        => found is CompletedImageEvent completed && IsNeededFor(completed.Image)
            ? ResolveLinkAsync(completed, destination, call, options, cancellationToken)
            : new(found);

    /// <summary>Brings all images of a result that are links to their destination.</summary>
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

    /// <summary>Closes the connections that were opened, if any were.</summary>
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
        using var sink = new DestinationSink(destination, index);
        await sink.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        using var output = await sink.CompleteAsync(cancellationToken).ConfigureAwait(false);
        await output.CommitAsync(cancellationToken).ConfigureAwait(false);
        progress?.Report(new ImageProgress(bytes.Length, bytes.Length));

        return output;
    }

    // The link is paid for before it is followed.
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
