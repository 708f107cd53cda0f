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

    /// <summary>Gets how long the image will be, where that is known before it has come.</summary>
    /// <value>In bytes, 1 or more. It is known of an image behind a link whose host tells it, of a reply that is the
    /// image itself, and of bytes in memory; it is <see langword="null"/> of base64 in JSON, and by default.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public long? Length
    {
        get;
        init => field = value is null or > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Length), value, "The value must be at least 1.");
    }
}
