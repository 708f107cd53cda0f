namespace OpenAIImages.Destinations;

/// <summary>Writes images to streams of the user.</summary>
internal sealed class StreamDestination(
    Func<ImageArrival, CancellationToken, ValueTask<Stream>> open, bool takesMany, bool leaveOpen) : ImageDestination
{
    private const string Name = "the stream";

    // Bytes that were written to a user's stream cannot be taken back.
    internal override bool CanStartOver => false;

    internal override ImageDestination Prepare(ImageRequest request, IDestinationLog? callLog)
        => request.Count > 1 && !takesMany ? throw TooMany($"{request.Count} images are asked for") : this;

    internal override async ValueTask<DestinationEntry> OpenAsync(
        ImageArrival arrival, CancellationToken cancellationToken)
    {
        if (arrival.Index > 0 && !takesMany)
        {
            throw TooMany("the service sent more than one image");
        }

        try
        {
            var stream = await open(arrival, cancellationToken).ConfigureAwait(false)
                ?? throw new ImageDestinationException(Name, "the function opened no stream.");

            return new StreamEntry(stream, leaveOpen);
        }
        catch (Exception e) when (e is not (OperationCanceledException or ImageClientException))
        {
            throw new ImageDestinationException(Name, e.Message, e);
        }
    }

    private static ImageDestinationException TooMany(string what)
        => new(Name, $"{what}, and one stream takes one. Use {nameof(Create)} to open one for each.");
}
