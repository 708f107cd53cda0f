namespace OpenAIImages;

/// <summary>The figures of the client's own rate limit: images a minute, and images that may wait in its
/// queue.</summary>
/// <remarks>
/// <para>The figures take effect when the program calls
/// <see cref="ImageResilienceExtensions.UseRateLimit(ImageClientOptions)"/>, or when the configuration has a section
/// <c>RateLimit</c>. A figure without one of these is a fault.</para>
/// <para>
/// All clients of this process that use the same key at the same <see cref="ImageClientOptions.Endpoint"/> share the
/// limit: in any 60 seconds they ask for no more images than it allows. A call waits for its turn before each attempt.
/// Turns come in the order of the calls. A call for more images than a minute allows runs alone, and counts for as many
/// minutes as it fills. An attempt that is not sent does not count.
/// </para>
/// <para>
/// The service's own <c>x-ratelimit-*</c> headers and status 429 delay calls further, for
/// <see cref="ImageClientOptions.MaxServerDelay"/> at most. Waiting for a turn counts neither towards
/// <see cref="ImageClientOptions.TotalTimeout"/> nor towards <see cref="ImageClientOptions.AttemptTimeout"/>; it has a
/// limit of its own, <see cref="TurnTimeout"/>. The limit does not cover downloads of links.
/// </para>
/// </remarks>
public sealed class ImageRateLimitOptions
{
    private const int DefaultMaxQueuedImages = 1000;

    private int? _maxQueuedImages;

    /// <summary>Gets or sets the largest number of images a minute that clients ask for.</summary>
    /// <value>1 or more. By default none: only the service limits.</value>
    public int? ImagesPerMinute { get; set; }

    /// <summary>Gets or sets the largest number of images that may wait for their turn.</summary>
    /// <value>Zero or more. The default is 1,000.</value>
    /// <remarks>A call beyond this number fails at once with <see cref="ImageCallRejectedException"/>.</remarks>
    public int MaxQueuedImages
    {
        get => _maxQueuedImages ?? DefaultMaxQueuedImages;
        set => _maxQueuedImages = value;
    }

    /// <summary>Gets or sets the time limit of a call's wait for its turn, before each of its attempts.</summary>
    /// <value>More than zero, at most a day. When not set: no limit with <see cref="ImagesPerMinute"/>, whose queue is
    /// bounded by <see cref="MaxQueuedImages"/>, and 20 minutes with a limiter of your own.</value>
    /// <remarks>When the time runs out, the call fails with <see cref="ImageCallRejectedException"/>, and nothing has
    /// been sent. This also holds for a limiter of your own that ignores its cancellation token; the client gives back
    /// a lease that comes too late.</remarks>
    public TimeSpan? TurnTimeout { get; set; }

    /// <summary>Gets whether any figure is set.</summary>
    internal bool IsSet => ImagesPerMinute is not null || _maxQueuedImages is not null || TurnTimeout is not null;

    internal ImageRateLimitOptions Copy() => (ImageRateLimitOptions)MemberwiseClone();
}
