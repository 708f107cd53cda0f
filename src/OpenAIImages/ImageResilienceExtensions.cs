using System.Threading.RateLimiting;
using OpenAIImages.Transport;
using Polly;

namespace OpenAIImages;

/// <summary>Switches on what stands between a call and the service: a limit, a circuit breaker, a pipeline of your
/// own.</summary>
public static class ImageResilienceExtensions
{
    /// <summary>Limits how many images a minute are asked for, as
    /// <see cref="ImageRateLimitOptions.ImagesPerMinute"/> says.</summary>
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

    /// <summary>Limits how many images a minute are asked for.</summary>
    /// <param name="options">The options.</param>
    /// <param name="imagesPerMinute">How many, 1 or more.</param>
    /// <returns>The same options.</returns>
    /// <remarks>All clients of this process that use the same key at the same address share the limit, see
    /// <see cref="ImageRateLimitOptions"/>.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
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
    /// <remarks>A call that the limiter refuses, whose turn does not come within
    /// <see cref="ImageRateLimitOptions.TurnTimeout"/>, or at which the limiter throws, fails with
    /// <see cref="ImageCallRejectedException"/>; nothing is sent without a lease.</remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static ImageClientOptions UseRateLimit(this ImageClientOptions options, RateLimiter limiter)
    {
        Guard.NotNull(options).OwnLimiter = Guard.NotNull(limiter);
        options.AddLimiter = RateLimiterStrategy.AddTo;

        return options;
    }

    /// <summary>Stops calling a service that fails, for a while.</summary>
    /// <param name="options">The options.</param>
    /// <param name="configure">Sets the figures of <see cref="ImageClientOptions.CircuitBreaker"/>; may be left
    /// out.</param>
    /// <returns>The same options.</returns>
    /// <remarks>While the circuit is open, calls fail at once with <see cref="ImageCallRejectedException"/>. Each set
    /// of options has a circuit of its own.</remarks>
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
    /// The key, telemetry, <see cref="ImageClientOptions.TotalTimeout"/> around it and what stands within stay: the
    /// limiter, the circuit breaker and <see cref="ImageClientOptions.AttemptTimeout"/>, for each attempt. An attempt
    /// whose outcome is unknown is not repeated for it either, unless
    /// <see cref="ImageClientOptions.RetryUnknownOutcome"/> is set, nor are two made at once.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static ImageClientOptions UsePipeline(
        this ImageClientOptions options, ResiliencePipeline<HttpResponseMessage> pipeline)
    {
        Guard.NotNull(options).OwnPipeline = Guard.NotNull(pipeline);
        options.AddOwnPipeline = ResiliencePipelines.AddOwnPipeline;

        return options;
    }

    /// <summary>Adds the retries that calls have by default: those of <see cref="ImageClientOptions.MaxRetries"/>,
    /// which never buy an image twice unless <see cref="ImageClientOptions.RetryUnknownOutcome"/> is set.</summary>
    /// <param name="builder">The builder of a pipeline for <see cref="UsePipeline"/>. Its clock is the one that waits
    /// run on.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>The options are those of the client that makes the call. In any other place the pipeline fails with
    /// <see cref="InvalidOperationException"/>.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    public static ResiliencePipelineBuilder<HttpResponseMessage> AddImageRetry(
        this ResiliencePipelineBuilder<HttpResponseMessage> builder)
        => Guard.NotNull(builder).AddRetry(RetryStrategy.CreateOptions());
}
