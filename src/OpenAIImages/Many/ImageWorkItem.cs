namespace OpenAIImages;

/// <summary>One piece of a large work: a request, and the name by which its outcome is found again.</summary>
/// <remarks>Immutable. Runs over many requests, their journals and batches take it.</remarks>
public sealed record ImageWorkItem
{
    /// <summary>Names a request.</summary>
    /// <param name="id">The name, which is unique in its work.</param>
    /// <param name="request">The request. It may ask for more images than one call gives.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    public ImageWorkItem(string id, PromptedImageRequest request)
    {
        Id = Guard.NotBlank(id);
        Request = Guard.NotNull(request);
    }

    /// <summary>Gets the name.</summary>
    public string Id { get; }

    /// <summary>Gets the request.</summary>
    public PromptedImageRequest Request { get; }

    /// <summary>Gets where the images go while they arrive.</summary>
    /// <value><see langword="null"/> by default: then <see cref="ImageManyOptions.Destination"/> decides. In a batch of
    /// your own, the reading of the results decides.</value>
    public ImageDestination? Destination { get; init; }

    /// <summary>Returns what may be logged: never the prompt.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => $"{nameof(ImageWorkItem)} {{ {Id} }}";
}
