namespace OpenAIImages.Decoders;

/// <summary>The values of the reply and of the call that each event repeats.</summary>
internal readonly struct EventOrigin
{
    /// <summary>Gets the address of the service, the base of relative links.</summary>
    public required Uri Endpoint { get; init; }

    public string? RequestId { get; init; }

    public string? ClientRequestId { get; init; }

    /// <summary>Gets the number of attempts before the answered one that may have been billed.</summary>
    public int PossiblyBilledAttempts { get; init; }

    public ImageRateLimits? RateLimits { get; init; }
}
