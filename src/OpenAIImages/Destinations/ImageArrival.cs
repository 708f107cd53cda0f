namespace OpenAIImages;

/// <summary>What is known of an image when its first bytes have come.</summary>
public readonly record struct ImageArrival
{
    /// <summary>Describes an image on its way.</summary>
    /// <param name="index">Its place among the images of the call, from 0.</param>
    /// <param name="mediaType">What kind of file it is.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative.</exception>
    public ImageArrival(int index, ImageMediaType mediaType)
    {
        Index = Guard.InRange(index, 0, int.MaxValue);
        MediaType = mediaType;
    }

    /// <summary>Gets its place among the images of the call, from 0.</summary>
    public int Index { get; }

    /// <summary>Gets what kind of file it is, found from its first bytes.</summary>
    public ImageMediaType MediaType { get; }
}
