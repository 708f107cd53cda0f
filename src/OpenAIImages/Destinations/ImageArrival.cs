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

    /// <summary>Gets the length of the image, if it is known before the whole image has come.</summary>
    /// <value>In bytes, 1 or more. The length is known for an image under a link if the host names it, for a reply that
    /// is the image itself, and for bytes in memory. It is <see langword="null"/> for base64 in JSON, and by
    /// default.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public long? Length
    {
        get;
        init => field = value is null or > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Length), value, "The value must be at least 1.");
    }
}
