namespace OpenAIImages.Decoders;

/// <summary>What is known of the reply that an event came in; each event repeats it.</summary>
internal readonly struct EventOrigin
{
    /// <summary>Gets the address that links may leave out.</summary>
    public required Uri Endpoint { get; init; }

    public string? RequestId { get; init; }

    public string? ClientRequestId { get; init; }

    /// <summary>Gets how many attempts before the one that was answered may have been billed.</summary>
    public int PossiblyBilledAttempts { get; init; }

    public ImageRateLimits? RateLimits { get; init; }
}
