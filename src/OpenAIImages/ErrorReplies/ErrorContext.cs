namespace OpenAIImages.ErrorReplies;

/// <summary>The clock, and the secrets that a message about an error reply must not repeat.</summary>
/// <param name="timeProvider">The clock for the time limit, and for a <c>Retry-After</c> that is a date.</param>
/// <param name="prompt">The prompt that was sent, if any. It is masked in messages.</param>
/// <param name="key">The API key, if there is one. It is masked too.</param>
/// <param name="hostWithoutModel">The host, if it was sent no model.</param>
/// <remarks>Not a record, since a record would print its secrets.</remarks>
internal readonly struct ErrorContext(
    TimeProvider timeProvider, string? prompt = null, string? key = null, string? hostWithoutModel = null)
{
    /// <summary>Creates the context of a request and its options.</summary>
    public static ErrorContext Of(ImageClientOptions options, ImageRequest request)
        => new(
            options.TimeProvider,
            (request as PromptedImageRequest)?.Prompt,
            options.ApiKey,
            request.Model is null && options.Azure.Deployment is null ? options.Endpoint.Host : null);

    public TimeProvider TimeProvider { get; } = timeProvider;

    /// <summary>Gets the host, if it was sent no model; <see langword="null"/> when a model was sent.</summary>
    public string? HostWithoutModel { get; } = hostWithoutModel;

    public Redactor CreateRedactor() => new([prompt, key]);
}
