using System.Threading.RateLimiting;
using OpenAIImages.Transport;
using Polly;

namespace OpenAIImages;

/// <summary>Switches on a rate limit, a circuit breaker or a resilience pipeline of your own.</summary>
public static class ImageResilienceExtensions
{
    /// <summary>Limits how many images a minute the client asks for, by
    /// <see cref="ImageRateLimitOptions.ImagesPerMinute"/>.</summary>
    /// <param name="options">The options.</param>
    /// <returns>The same options.</returns>
    /// <remarks>All clients of this process that use the same key at the same address share the limit, see
    /// <see cref="ImageRateLimitOptions"/>.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    public static ImageClientOptions UseRateLimit(this ImageClientOptions options)
    {
        Guard.NotNull(options).AddLimiter = RateLimiterStrategy.AddTo;

        return options;
    }

    /// <summary>Limits how many images a minute the client asks for.</summary>
    /// <param name="options">The options.</param>
    /// <param name="imagesPerMinute">The number of images a minute, 1 or more.</param>
    /// <returns>The same options.</returns>
    /// <remarks>All clients of this process that use the same key at the same address share the limit, see
    /// <see cref="ImageRateLimitOptions"/>.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <example>
    /// <code>
    /// using var client = new OpenAIImageClient(new ImageClientOptions().UseRateLimit(imagesPerMinute: 50));
    /// </code>
    /// </example>
    public static ImageClientOptions UseRateLimit(this ImageClientOptions options, int imagesPerMinute)
    {
        options.UseRateLimit().RateLimit.ImagesPerMinute = imagesPerMinute;

        return options;
    }

    /// <summary>Limits calls by a limiter of your own.</summary>
    /// <param name="options">The options.</param>
    /// <param name="limiter">The limiter. The client asks it before each attempt for as many permits as the attempt
    /// asks for images, and does not dispose of it, so that several clients can share it.</param>
    /// <returns>The same options.</returns>
    /// <remarks>The client sends nothing without a lease. When the limiter refuses a lease, does not give one within
    /// <see cref="ImageRateLimitOptions.TurnTimeout"/>, or throws, the call fails with
    /// <see cref="ImageCallRejectedException"/>.</remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static ImageClientOptions UseRateLimit(this ImageClientOptions options, RateLimiter limiter)
    {
        Guard.NotNull(options).UserLimiter = Guard.NotNull(limiter);
        options.AddLimiter = RateLimiterStrategy.AddTo;

        return options;
    }

    /// <summary>Stops calling a service for a while when it fails.</summary>
    /// <param name="options">The options.</param>
    /// <param name="configure">Sets the figures of <see cref="ImageClientOptions.CircuitBreaker"/>; may be left
    /// out.</param>
    /// <returns>The same options.</returns>
    /// <remarks>While the circuit is open, calls fail at once with <see cref="ImageCallRejectedException"/>. Each
    /// client has a circuit of its own, and gets a new circuit after its options were reloaded.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    public static ImageClientOptions UseCircuitBreaker(
        this ImageClientOptions options, Action<ImageCircuitBreakerOptions>? configure = null)
    {
        Guard.NotNull(options).AddCircuitBreaker = CircuitBreakerStep.AddTo;
        configure?.Invoke(options.CircuitBreaker);

        return options;
    }

    /// <summary>Runs calls through a pipeline of your own, in place of the retries.</summary>
    /// <param name="options">The options.</param>
    /// <param name="pipeline">The pipeline. <see cref="AddImageRetry"/> puts the retries into it; otherwise
    /// <see cref="ImageClientOptions.MaxRetries"/> has no effect.</param>
    /// <returns>The same options.</returns>
    /// <remarks>
    /// The pipeline replaces only the retries. <see cref="ImageClientOptions.TotalTimeout"/> holds for the whole
    /// pipeline; the rate limit, the circuit breaker and <see cref="ImageClientOptions.AttemptTimeout"/> hold for each
    /// attempt in it. The client lets the pipeline make only one attempt at a time. The pipeline cannot repeat an
    /// attempt whose outcome is unknown, unless <see cref="ImageClientOptions.RetryUnknownOutcome"/> is set.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static ImageClientOptions UsePipeline(
        this ImageClientOptions options, ResiliencePipeline<HttpResponseMessage> pipeline)
    {
        Guard.NotNull(options).UserPipeline = Guard.NotNull(pipeline);
        options.AddUserPipeline = ResiliencePipelines.AddUserPipeline;

        return options;
    }

    /// <summary>Adds the default retries of calls, up to <see cref="ImageClientOptions.MaxRetries"/>. The retries never
    /// buy an image twice, unless <see cref="ImageClientOptions.RetryUnknownOutcome"/> is set.</summary>
    /// <param name="builder">The builder of a pipeline for <see cref="UsePipeline"/>. The waits between attempts run on
    /// its clock.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>The options of the client that makes the call decide. A pipeline with these retries that is used
    /// without a client fails with <see cref="InvalidOperationException"/>.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    public static ResiliencePipelineBuilder<HttpResponseMessage> AddImageRetry(
        this ResiliencePipelineBuilder<HttpResponseMessage> builder)
        => Guard.NotNull(builder).AddRetry(RetryStrategy.CreateOptions());
}
