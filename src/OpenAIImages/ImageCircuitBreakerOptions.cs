namespace OpenAIImages;

/// <summary>When a client stops calling a service that fails, and for how long.</summary>
/// <remarks>
/// Counted are statuses 408 and 500 and above, connections that fail, and time that runs out. Not counted is what is
/// the caller's: refused prompts, spent quota, wrong fields, cancelled calls; nor status 429, which is the limiter's.
/// </remarks>
public sealed class ImageCircuitBreakerOptions
{
    /// <summary>Gets or sets which part of the attempts must have failed for the circuit to open.</summary>
    /// <value>More than 0, at most 1. The default is 0.5.</value>
    public double FailureRatio { get; set; } = 0.5;

    /// <summary>Gets or sets how many attempts there must have been for their failures to mean anything.</summary>
    /// <value>2 or more. The default is 10.</value>
    public int MinimumThroughput { get; set; } = 10;

    /// <summary>Gets or sets the span of time that attempts are counted in.</summary>
    /// <value>Half a second to a day. The default is 1 minute.</value>
    public TimeSpan SamplingDuration { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets or sets how long calls fail at once after the circuit has opened. One call then tries whether the
    /// service is back.</summary>
    /// <value>Half a second to a day. The default is 30 seconds.</value>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(30);

    internal ImageCircuitBreakerOptions Copy() => (ImageCircuitBreakerOptions)MemberwiseClone();
}
