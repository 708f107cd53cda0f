namespace OpenAIImages;

/// <summary>The service's own description of a model, now and for the caller's key.</summary>
/// <remarks>
/// The object is immutable. <see cref="ImageModelCatalog"/> holds the published facts about image models, without a
/// call. Reference: https://platform.openai.com/docs/api-reference/models/object.
/// </remarks>
public sealed record ImageServiceModel
{
    private readonly ExtraFields _extra = ExtraFields.Empty;

    /// <summary>Makes a description of a model.</summary>
    /// <param name="id">The model.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is the default value, which names no
    /// model.</exception>
    public ImageServiceModel(ImageModel id)
        => Id = id != default ? id : throw new ArgumentException("The value names no model.", nameof(id));

    /// <summary>Gets the model's name in requests (<c>id</c>).</summary>
    public ImageModel Id { get; }

    /// <summary>Gets the time at which the model was made, in UTC (<c>created</c>), if the service names it.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Gets the owner of the model (<c>owned_by</c>), if the service names it.</summary>
    public string? OwnedBy { get; init; }

    /// <summary>Gets the day, in UTC, on which the service shuts the model down (<c>shutdown_date</c>).</summary>
    /// <value><see langword="null"/> when the service named no day.</value>
    public DateTimeOffset? ShutdownDate { get; init; }

    /// <summary>Gets the members of the reply without a property in this package, and members that it cannot
    /// read.</summary>
    /// <value>Empty by default.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public ExtraFields Extra
    {
        get => _extra;
        init => _extra = Guard.NotNull(value, nameof(Extra));
    }
}
