namespace OpenAIImages;

/// <summary>The conditions under which a client stops calls to a failing service, and the length of the stop.</summary>
/// <remarks>
/// <para>The figures take effect when the program calls <see cref="ImageResilienceExtensions.UseCircuitBreaker"/>, or
/// when the configuration has a section <c>CircuitBreaker</c>. A figure without one of these is a fault.</para>
/// <para>An attempt counts as failed when it ends with status 408 or with 500 and above, when its connection fails, or
/// when it runs out of time. Refused prompts, spent quota, wrong fields and cancelled calls do not count, since the
/// caller causes them. Status 429 does not count either: the rate limiter slows calls down.</para>
/// </remarks>
public sealed class ImageCircuitBreakerOptions
{
    private double? _failureRatio;
    private int? _minimumThroughput;
    private TimeSpan? _samplingDuration;
    private TimeSpan? _breakDuration;

    /// <summary>Gets or sets the share of failed attempts that opens the circuit.</summary>
    /// <value>More than 0, at most 1. The default is 0.5.</value>
    public double FailureRatio
    {
        get => _failureRatio ?? 0.5;
        set => _failureRatio = value;
    }

    /// <summary>Gets or sets the smallest number of attempts before the circuit may open.</summary>
    /// <value>2 or more. The default is 10.</value>
    public int MinimumThroughput
    {
        get => _minimumThroughput ?? 10;
        set => _minimumThroughput = value;
    }

    /// <summary>Gets or sets the period in which the client counts attempts.</summary>
    /// <value>Half a second to a day. The default is 1 minute.</value>
    public TimeSpan SamplingDuration
    {
        get => _samplingDuration ?? TimeSpan.FromMinutes(1);
        set => _samplingDuration = value;
    }

    /// <summary>Gets or sets the time in which calls fail at once after the circuit has opened. Then one call tests
    /// whether the service works again.</summary>
    /// <value>Half a second to a day. The default is 30 seconds.</value>
    public TimeSpan BreakDuration
    {
        get => _breakDuration ?? TimeSpan.FromSeconds(30);
        set => _breakDuration = value;
    }

    /// <summary>Gets whether any figure is set.</summary>
    internal bool IsSet
        => _failureRatio is not null || _minimumThroughput is not null
            || _samplingDuration is not null || _breakDuration is not null;

    internal ImageCircuitBreakerOptions Copy() => (ImageCircuitBreakerOptions)MemberwiseClone();
}
