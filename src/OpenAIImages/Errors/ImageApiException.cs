using System.Net;

namespace OpenAIImages;

/// <summary>The service received the request and refused it.</summary>
/// <remarks>
/// Holds what the service said and nothing of what was sent: no headers, no request. Where the service echoes the
/// prompt, the key or image bytes, they are masked, so that logging it whole discloses none of them.
/// </remarks>
public class ImageApiException : ImageClientException
{
    private readonly Facts _facts;

    internal ImageApiException(Facts facts)
        : base(facts.Describe(), innerException: null)
        => _facts = facts;

    /// <summary>Gets the HTTP status of the reply. <see cref="HttpStatusCode.OK"/> when the error came in the body of
    /// a reply that had begun well, or in a stream.</summary>
    public HttpStatusCode Status => _facts.Status;

    /// <summary>Gets the service's own code, for example <c>moderation_blocked</c>, if it gave one.</summary>
    /// <value>At most 128 characters. A number where the service sends one.</value>
    public string? Code => _facts.Code;

    /// <summary>Gets the service's class of the error, for example <c>invalid_request_error</c>, if it gave
    /// one.</summary>
    /// <value>At most 128 characters.</value>
    public string? Type => _facts.Type;

    /// <summary>Gets the wire name of the field at fault, for example <c>size</c>, if the service named one.</summary>
    /// <value>At most 128 characters.</value>
    public string? Parameter => _facts.Parameter;

    /// <summary>Gets the service's own explanation, if it gave one.</summary>
    /// <value>At most 500 characters, in one line.</value>
    public string? Reason => _facts.Reason;

    /// <summary>Gets the identifier to quote to the service's support, if the reply carried one.</summary>
    /// <value>Of the headers <c>x-request-id</c>, <c>apim-request-id</c> and <c>x-ms-request-id</c>, the first that is
    /// there.</value>
    public string? RequestId => _facts.RequestId;

    /// <summary>Gets how long the service asks to wait before the next attempt, if it said so.</summary>
    /// <value>Zero or more. From <c>retry-after-ms</c>, else <c>Retry-After</c>, else the text of the message.</value>
    public TimeSpan? RetryAfter => _facts.RetryAfter;

    /// <summary>Gets the service's limits, if the reply told of any.</summary>
    public ImageRateLimits? RateLimits => _facts.RateLimits;

    /// <summary>Gets the beginning of the reply's body, if there was one that is text.</summary>
    /// <value>At most 2,048 characters, with the key, the prompt and long base64 masked.</value>
    public string? BodyExcerpt => _facts.BodyExcerpt;

    /// <summary>Gets whether the service's own code or type says that the same request can never succeed.</summary>
    internal bool IsFinal => _facts.IsFinal;

    /// <summary>What a refusal says, already bounded and masked.</summary>
    internal sealed record Facts(HttpStatusCode Status)
    {
        public string? Code { get; init; }

        public string? Type { get; init; }

        public string? Parameter { get; init; }

        public string? Reason { get; init; }

        public string? RequestId { get; init; }

        public TimeSpan? RetryAfter { get; init; }

        public ImageRateLimits? RateLimits { get; init; }

        public string? BodyExcerpt { get; init; }

        public bool IsFinal { get; init; }

        public string Describe()
        {
            var summary = $"The service refused the request: {Reason ?? "no reason given"} " +
                $"(status {(int)Status}, code {Code ?? "none"}, request {RequestId ?? "unknown"}).";

            // A gateway gave up waiting; the service behind it may well have finished the work.
            return Status == HttpStatusCode.GatewayTimeout
                ? $"{summary} The image may have been made and billed."
                : summary;
        }
    }
}
