namespace OpenAIImages;

/// <summary>Something that happened while images were made.</summary>
/// <remarks>
/// Immutable. First comes a <see cref="StartedImageEvent"/>, then <see cref="PartialImageEvent"/>s if they were asked
/// for, then a <see cref="CompletedImageEvent"/> for each image. Newer versions of this package may know more events:
/// pass over those you do not know.
/// </remarks>
public abstract record ImageStreamEvent
{
    private readonly ExtraFields _extra = ExtraFields.Empty;

    private protected ImageStreamEvent()
    {
    }

    /// <summary>Gets the identifier to quote to the service's support, if the reply carried one.</summary>
    public string? RequestId { get; init; }

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
