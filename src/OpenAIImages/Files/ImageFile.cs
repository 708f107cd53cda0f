namespace OpenAIImages;

/// <summary>A file that the service keeps.</summary>
/// <remarks>Immutable. Anyone may create one, for example for a fake. Reference:
/// https://platform.openai.com/docs/api-reference/files/object.</remarks>
public sealed record ImageFile
{
    private readonly ExtraFields _extra = ExtraFields.Empty;

    /// <summary>Creates a file with an identifier.</summary>
    /// <param name="id">The identifier, for example <c>file-abc123</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    public ImageFile(string id) => Id = Guard.NotBlank(id);

    /// <summary>Gets the identifier (<c>id</c>), for <see cref="ImageInput.FromFileId"/>.</summary>
    public string Id { get; }

    /// <summary>Gets the length in bytes (<c>bytes</c>), if the service named it.</summary>
    public long? Length { get; init; }

    /// <summary>Gets the time of the upload, in UTC (<c>created_at</c>), if the service named it.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Gets the time at which the service deletes the file, in UTC (<c>expires_at</c>).</summary>
    /// <value><see langword="null"/> when the file stays until you delete it.</value>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Gets the name of the file (<c>filename</c>), if the service named it. Do not use it as a path, since it
    /// comes from outside.</summary>
    public string? FileName { get; init; }

    /// <summary>Gets the purpose of the file (<c>purpose</c>).</summary>
    /// <value>The default value when the service did not name it.</value>
    public ImageFilePurpose Purpose { get; init; }

    /// <summary>Gets the members of the reply that this package cannot read or has no property for.</summary>
    /// <value>Empty by default.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public ExtraFields Extra
    {
        get => _extra;
        init => _extra = Guard.NotNull(value, nameof(Extra));
    }
}
