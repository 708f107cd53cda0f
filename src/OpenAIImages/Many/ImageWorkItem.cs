namespace OpenAIImages;

/// <summary>One piece of a large job: a request, and the name that identifies its outcome.</summary>
/// <remarks>Immutable. Jobs of many requests, their journals and batches use it.</remarks>
public sealed record ImageWorkItem
{
    /// <summary>Creates a piece from a name and a request.</summary>
    /// <param name="id">The name, which is unique in its job.</param>
    /// <param name="request">The request. It may ask for more images than one call makes.</param>
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

    /// <summary>Gets the destination of the images, which are written while they arrive.</summary>
    /// <value><see langword="null"/> by default: then <see cref="ImageManyOptions.Destination"/> decides. In a batch
    /// that you create yourself, the options of the reading decide.</value>
    public ImageDestination? Destination { get; init; }

    /// <summary>Returns a text that may be logged, without the prompt.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => $"{nameof(ImageWorkItem)} {{ {Id} }}";
}
