namespace OpenAIImages;

/// <summary>The service has had too many calls for now.</summary>
/// <remarks>
/// Thrown when the retries are used up, or at once when the service asks to wait longer than <see
/// cref="ImageClientOptions.MaxServerDelay"/>: see <see cref="ImageApiException.RetryAfter"/> and <see
/// cref="ImageApiException.RateLimits"/>.
/// </remarks>
public sealed class ImageRateLimitException : ImageApiException
{
    internal ImageRateLimitException(Facts facts)
        : base(facts)
    {
    }
}
