namespace OpenAIImages;

/// <summary>The finding of a provenance check about one kind of mark.</summary>
/// <remarks>Immutable. Anyone may create one, for example for a fake.</remarks>
public sealed record ImageProvenanceFinding
{
    private readonly ExtraFields _extra = ExtraFields.Empty;

    /// <summary>Creates a finding.</summary>
    /// <param name="kind">The kind of mark (<c>type</c>).</param>
    /// <param name="isDetected">Whether the mark was found (<c>outcome</c>).</param>
    /// <exception cref="ArgumentException"><paramref name="kind"/> is not given.</exception>
    public ImageProvenanceFinding(ImageProvenanceKind kind, bool isDetected)
    {
        Kind = kind != default ? kind : throw new ArgumentException("The kind is not given.", nameof(kind));
        IsDetected = isDetected;
    }

    /// <summary>Gets the kind of mark (<c>type</c>).</summary>
    public ImageProvenanceKind Kind { get; }

    /// <summary>Gets whether the mark was found (<c>outcome</c>).</summary>
    public bool IsDetected { get; }

    /// <summary>Gets the trust in signed metadata (<c>validation_state</c>).</summary>
    /// <value>The default value for a mark without a signature.</value>
    public ImageProvenanceState State { get; init; }

    /// <summary>Gets the signer (<c>issuer</c>), if it is known.</summary>
    public string? Issuer { get; init; }

    /// <summary>Gets the model that made the image (<c>model</c>), if it is known.</summary>
    public string? Model { get; init; }

    /// <summary>Gets the time at which the image was made, in UTC (<c>generated_at</c>), if it is known.</summary>
    public DateTimeOffset? Generated { get; init; }

    /// <summary>Gets the members of the reply that this package cannot read or has no property for.</summary>
    /// <value>Empty by default.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public ExtraFields Extra
    {
        get => _extra;
        init => _extra = Guard.NotNull(value, nameof(Extra));
    }
}
