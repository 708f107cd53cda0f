namespace OpenAIImages.ErrorReplies;

/// <summary>The clock, and the secrets that a message about an error reply must not repeat.</summary>
/// <param name="timeProvider">The clock for the time limit, and for a <c>Retry-After</c> that is a date.</param>
/// <param name="prompt">The prompt of the request, if any. Messages mask it.</param>
/// <param name="key">The API key, if there is one. Messages mask it, too.</param>
/// <param name="hostWithoutModel">The host, if the request named no model.</param>
/// <remarks>The type is not a record, since a record would print its secrets.</remarks>
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

    /// <summary>Gets the host, if the request named no model; otherwise <see langword="null"/>.</summary>
    public string? HostWithoutModel { get; } = hostWithoutModel;

    public Redactor CreateRedactor() => new([prompt, key]);
}
