using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>One event of a streaming call.</summary>
/// <remarks>
/// Immutable. A <see cref="CompletedImageEvent"/> comes for each image, after its <see cref="PartialImageEvent"/>s if
/// the request asked for any. Newer versions of this package may have more events: ignore events that you do not know.
/// </remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public abstract record ImageStreamEvent
{
    private readonly int _imageIndex;
    private readonly ExtraFields _extra = ExtraFields.Empty;

    private protected ImageStreamEvent()
    {
    }

    /// <summary>Gets the index of the event's image among the images of the call.</summary>
    /// <value>Zero or more. The service does not send the index: an event belongs to the first image that is not
    /// complete.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int ImageIndex
    {
        get => _imageIndex;
        init => _imageIndex = Guard.InRange(value, 0, int.MaxValue, nameof(ImageIndex));
    }

    /// <summary>Gets the identifier to quote to the service's support, if the reply carried one.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets the identifier in the header <c>X-Client-Request-Id</c> of the attempt that succeeded, if the
    /// attempt had one.</summary>
    public string? ClientRequestId { get; init; }

    /// <summary>Gets the number of attempts that the service may have billed besides the successful attempt.</summary>
    /// <value>Zero, unless an attempt with an unknown outcome was repeated: see <see
    /// cref="ImageClientOptions.RetryUnknownOutcome"/>.</value>
    public int PossiblyBilledAttempts { get; init; }

    /// <summary>Gets the service's limits, if the reply named any.</summary>
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
