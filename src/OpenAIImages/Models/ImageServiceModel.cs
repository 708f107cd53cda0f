namespace OpenAIImages;

/// <summary>A model as the service itself describes it, now and for the caller's key.</summary>
/// <remarks>
/// Immutable. <see cref="ImageModelCatalog"/> holds what is published about image models, without a call. Reference:
/// https://platform.openai.com/docs/api-reference/models/object.
/// </remarks>
public sealed record ImageServiceModel
{
    private readonly ExtraFields _extra = ExtraFields.Empty;

    /// <summary>Names a model.</summary>
    /// <param name="id">The model.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is the default value, which names none.</exception>
    public ImageServiceModel(ImageModel id)
        => Id = id != default ? id : throw new ArgumentException("The value names no model.", nameof(id));

    /// <summary>Gets the model (<c>id</c>), as requests name it.</summary>
    public ImageModel Id { get; }

    /// <summary>Gets when the model was made, in UTC (<c>created</c>), if the service said so.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Gets the owner of the model (<c>owned_by</c>), if the service said so.</summary>
    public string? OwnedBy { get; init; }

    /// <summary>Gets the day, in UTC, on which the service shuts the model down (<c>shutdown_date</c>).</summary>
    /// <value><see langword="null"/> when the service named no day.</value>
    public DateTimeOffset? ShutdownDate { get; init; }

    /// <summary>Gets the members of the reply that this package has no property for, and those that it cannot
    /// read.</summary>
    /// <value>Empty by default.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public ExtraFields Extra
    {
        get => _extra;
        init => _extra = Guard.NotNull(value, nameof(Extra));
    }
}
