using OpenAIImages.Transport;
using Polly;

namespace OpenAIImages;

/// <summary>Puts the client's retries into a pipeline of your own.</summary>
public static class ImageResilienceExtensions
{
    /// <summary>Adds the retries that calls have by default: those of <see cref="ImageClientOptions.MaxRetries"/>,
    /// which never buy an image twice unless <see cref="ImageClientOptions.RetryUnknownOutcome"/> is set.</summary>
    /// <param name="builder">The builder of a pipeline for <see cref="ImageClientOptions.ResiliencePipeline"/>. Its
    /// clock is the one that waits run on.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>The options are those of the client that makes the call. In any other place the pipeline fails with
    /// <see cref="InvalidOperationException"/>.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    public static ResiliencePipelineBuilder<HttpResponseMessage> AddImageRetry(
        this ResiliencePipelineBuilder<HttpResponseMessage> builder)
        => Guard.NotNull(builder).AddRetry(Retries.Describe());
}
