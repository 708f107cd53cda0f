namespace OpenAIImages.ErrorReplies;

/// <summary>What reading a refusal needs beside the reply: the clock, and what must not be repeated.</summary>
/// <param name="timeProvider">The clock for the time limit, and for a <c>Retry-After</c> that is a date.</param>
/// <param name="prompt">The prompt that was sent, if one was; it must not appear in a message.</param>
/// <param name="key">The API key, if there is one; neither must it.</param>
/// <param name="hostWithoutModel">The host that was sent no model, if none was.</param>
/// <remarks>Not a record, since a record would print its secrets.</remarks>
internal readonly struct ErrorContext(
    TimeProvider timeProvider, string? prompt = null, string? key = null, string? hostWithoutModel = null)
{
    /// <summary>Gets what is known where a call was made by the options for a request.</summary>
    public static ErrorContext Of(ImageClientOptions options, ImageRequest request)
        => new(
            options.TimeProvider,
            (request as PromptedImageRequest)?.Prompt,
            options.ApiKey,
            request.Model is null && options.Azure.Deployment is null ? options.Endpoint.Host : null);

    public TimeProvider TimeProvider { get; } = timeProvider;

    /// <summary>Gets the host that was sent no model; <see langword="null"/> when a model was sent.</summary>
    public string? HostWithoutModel { get; } = hostWithoutModel;

    public Redactor CreateRedactor() => new([prompt, key]);
}
