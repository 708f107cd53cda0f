using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>Something that happened while images were made.</summary>
/// <remarks>
/// Immutable. <see cref="PartialImageEvent"/>s come first if they were asked for, and then a
/// <see cref="CompletedImageEvent"/> for each image. Newer versions of this package may know more events: pass over
/// those you do not know.
/// </remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public abstract record ImageStreamEvent
{
    private readonly int _imageIndex;
    private readonly ExtraFields _extra = ExtraFields.Empty;

    private protected ImageStreamEvent()
    {
    }

    /// <summary>Gets the place of the event's image among the images of the call.</summary>
    /// <value>From 0. The service does not tell it: an event counts for the first image that is not complete.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int ImageIndex
    {
        get => _imageIndex;
        init => _imageIndex = Guard.InRange(value, 0, int.MaxValue, nameof(ImageIndex));
    }

    /// <summary>Gets the identifier to quote to the service's support, if the reply carried one.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets the identifier that the attempt which succeeded carried in its header <c>X-Client-Request-Id</c>,
    /// if it carried one.</summary>
    public string? ClientRequestId { get; init; }

    /// <summary>Gets how many attempts before the one that succeeded the service may have billed, too.</summary>
    /// <value>Zero, unless an attempt with an unknown outcome was repeated: see <see
    /// cref="ImageClientOptions.RetryUnknownOutcome"/>.</value>
    public int PossiblyBilledAttempts { get; init; }

    /// <summary>Gets the service's limits, if the reply told of any.</summary>
    public ImageRateLimits? RateLimits { get; init; }

    /// <summary>Gets the members of the event that this package has no property for.</summary>
    /// <value>Empty by default.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public ExtraFields Extra
    {
        get => _extra;
        init => _extra = Guard.NotNull(value, nameof(Extra));
    }
}
