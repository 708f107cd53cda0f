namespace OpenAIImages;

/// <summary>The service has accepted the call; what it says of it comes before the first picture.</summary>
/// <remarks>Immutable. Comes once, as soon as the headers of the reply are there.</remarks>
public sealed record StartedImageEvent : ImageStreamEvent
{
    /// <summary>Returns what may be logged.</summary>
    /// <returns>The request id.</returns>
    public override string ToString() => $"{nameof(StartedImageEvent)} {{ request {RequestId ?? "unknown"} }}";
}
