using System.Net;

namespace OpenAIImages;

/// <summary>The service received the request and refused it.</summary>
/// <remarks>
/// The exception holds the service's words and nothing of the request. The client masks the prompt, the key and image
/// bytes where the service echoes them, so a log of the whole exception discloses none of them.
/// </remarks>
public class ImageApiException : ImageClientException
{
    private Details _details;

    /// <summary>Makes an exception with the status and the reason of the refusal.</summary>
    /// <param name="status">The HTTP status of the reply.</param>
    /// <param name="reason">The service's explanation, if it gave one.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ImageApiException(HttpStatusCode status, string? reason = null, Exception? innerException = null)
        : base("", innerException)
        => _details = new Details(status) { Reason = reason };

    /// <summary>Gets the HTTP status of the reply. <see cref="HttpStatusCode.OK"/> when the error came in the body of
    /// a reply that had begun well, or in a stream.</summary>
    public HttpStatusCode Status => _details.Status;

    /// <summary>Gets the service's own code, for example <c>moderation_blocked</c>, if it gave one.</summary>
    /// <value>At most 128 characters; in digits if the service sends a number.</value>
    public string? Code
    {
        get => _details.Code;
        init => _details = _details with { Code = value };
    }

    /// <summary>Gets the service's class of the error, for example <c>invalid_request_error</c>, if it gave
    /// one.</summary>
    /// <value>At most 128 characters.</value>
    public string? Type
    {
        get => _details.Type;
        init => _details = _details with { Type = value };
    }

    /// <summary>Gets the wire name of the field at fault, for example <c>size</c>, if the service named one.</summary>
    /// <value>At most 128 characters.</value>
    public string? Parameter
    {
        get => _details.Parameter;
        init => _details = _details with { Parameter = value };
    }

    /// <summary>Gets the service's own explanation, if it gave one.</summary>
    /// <value>At most 500 characters, in one line.</value>
    public string? Reason => _details.Reason;

    /// <summary>Gets the identifier of the request for the service's support, if the reply carried one.</summary>
    /// <value>The first existing header of <c>x-request-id</c>, <c>apim-request-id</c>, <c>x-ms-request-id</c> and
    /// <c>x-oneapi-request-id</c>, else the identifier in the body.</value>
    public string? RequestId
    {
        get => _details.RequestId;
        init => _details = _details with { RequestId = value };
    }

    /// <summary>Gets the service's limits, if the reply named any.</summary>
    public ImageRateLimits? RateLimits
    {
        get => _details.RateLimits;
        init => _details = _details with { RateLimits = value };
    }

    /// <summary>Gets the beginning of the reply's body, if the body is text.</summary>
    /// <value>At most 2,048 characters, with the key, the prompt and long base64 masked.</value>
    public string? BodyExcerpt
    {
        get => _details.BodyExcerpt;
        init => _details = _details with { BodyExcerpt = value };
    }

    /// <summary>Gets whether the service's own code or type says that the same request can never succeed.</summary>
    internal bool IsFinal => _details.IsFinal;

    /// <summary>Gets whether the body is the API's own error object, and not the error of a gateway in front of the
    /// API.</summary>
    internal bool IsFromApi => _details.IsFromApi;

    private protected override string MessageBeforeBilling
        => $"The service refused the request: {Reason ?? "no reason given"} " +
            $"(status {(int)Status}, code {Code ?? "none"}, request {RequestId ?? "unknown"}).";

    /// <summary>Takes all details of an error reply, which are bounded and masked already.</summary>
    internal void SetDetails(Details details, TimeSpan? retryAfter)
    {
        _details = details;
        SetRetryAfter(retryAfter);
    }

    /// <summary>Adds the facts that a line of a batch's results holds beside the error.</summary>
    internal void AddLineFacts(string? requestId, HttpStatusCode? status)
        => _details = _details with
        {
            RequestId = _details.RequestId ?? requestId,
            Status = status ?? _details.Status,
        };

    /// <summary>The details of an error reply.</summary>
    internal sealed record Details(HttpStatusCode Status)
    {
        public string? Code { get; init; }

        public string? Type { get; init; }

        public string? Parameter { get; init; }

        public string? Reason { get; init; }

        public string? RequestId { get; init; }

        public ImageRateLimits? RateLimits { get; init; }

        public string? BodyExcerpt { get; init; }

        public bool IsFinal { get; init; }

        public bool IsFromApi { get; init; }
    }
}
