namespace OpenAIImages;

/// <summary>An image whose first bytes have come: its index and its media type.</summary>
public readonly record struct ImageArrival
{
    /// <summary>Describes an image that arrives.</summary>
    /// <param name="index">The index of the image among the images of the call, from 0.</param>
    /// <param name="mediaType">The media type of the image.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative.</exception>
    public ImageArrival(int index, ImageMediaType mediaType)
    {
        Index = Guard.InRange(index, 0, int.MaxValue);
        MediaType = mediaType;
    }

    /// <summary>Gets the index of the image among the images of the call, from 0.</summary>
    public int Index { get; }

    /// <summary>Gets the media type of the image, found from its first bytes.</summary>
    public ImageMediaType MediaType { get; }
}
