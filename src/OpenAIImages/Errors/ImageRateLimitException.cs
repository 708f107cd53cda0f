using System.Net;

namespace OpenAIImages;

/// <summary>The service refuses a call because it has received too many calls.</summary>
/// <remarks>
/// The client throws this exception when its retries are used up, or at once when the service asks for a longer wait
/// than <see cref="ImageClientOptions.MaxServerDelay"/>: see <see cref="ImageClientException.RetryAfter"/> and
/// <see cref="ImageApiException.RateLimits"/>.
/// </remarks>
public sealed class ImageRateLimitException : ImageApiException
{
    /// <summary>Makes an exception with the status and the reason of the refusal, and sets
    /// <see cref="ImageClientException.IsTransient"/>.</summary>
    /// <param name="status">The HTTP status of the reply, usually 429.</param>
    /// <param name="reason">The service's explanation, if it gave one.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ImageRateLimitException(
        HttpStatusCode status, string? reason = null, Exception? innerException = null)
        : base(status, reason, innerException)
        => IsTransient = true;

    /// <summary>Gets or sets the number of attempts of the call; zero without a call.</summary>
    internal int Attempts { get; set; }

    private protected override string MessageBeforeBilling
        => base.MessageBeforeBilling +
            (Attempts > 0 ? $" Attempts made: {Attempts}." : "") +
            (RetryAfter is { } wait ? $" Wait {wait} before the next call." : "");
}
