namespace OpenAIImages.Decoders;

/// <summary>The reply that an event came in, and its call. Each event repeats these values.</summary>
internal readonly struct EventOrigin
{
    /// <summary>Gets the address of the service, which relative links start from.</summary>
    public required Uri Endpoint { get; init; }

    public string? RequestId { get; init; }

    public string? ClientRequestId { get; init; }

    /// <summary>Gets how many attempts before the one that was answered may have been billed.</summary>
    public int PossiblyBilledAttempts { get; init; }

    public ImageRateLimits? RateLimits { get; init; }
}
