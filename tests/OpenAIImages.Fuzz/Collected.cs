namespace OpenAIImages.Fuzz;

/// <summary>A destination that keeps what it is given.</summary>
internal sealed class Collected
{
    private readonly Dictionary<int, MemoryStream> _streams = [];

    public Collected()
        => Destination = ImageDestination.Create((arrival, _) =>
        {
            // A second picture of the same place takes the place of the first.
            var stream = _streams[arrival.Index] = new MemoryStream();

            return new(stream);
        });

    public ImageDestination Destination { get; }

    /// <summary>Returns an image as it would be without a destination.</summary>
    public ImageOutput Whole(ImageOutput image, int place)
        => image.Length > 0 && _streams.TryGetValue(place, out var stream)
            ? image with { Bytes = stream.ToArray() }
            : image;
}
