namespace OpenAIImages.Fuzz;

/// <summary>A destination that keeps its images in memory.</summary>
internal sealed class Collected
{
    private readonly Dictionary<int, MemoryStream> _streams = [];

    public Collected()
        => Destination = ImageDestination.Create((arrival, _) =>
        {
            // A second picture with the same index replaces the first.
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
