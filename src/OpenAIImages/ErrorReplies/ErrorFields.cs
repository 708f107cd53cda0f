namespace OpenAIImages.ErrorReplies;

/// <summary>The members of an error, whatever its shape, as the server wrote them: neither cut nor masked.</summary>
internal sealed record ErrorFields
{
    public static ErrorFields None { get; } = new();

    public string? Message { get; init; }

    public string? Code { get; init; }

    /// <summary>Gets the more exact code that Azure nests inside the error.</summary>
    public string? InnerCode { get; init; }

    public string? Type { get; init; }

    public string? Parameter { get; init; }

    public string? ModerationStage { get; init; }

    public IReadOnlyList<string> ModerationCategories { get; init; } = [];

    public IReadOnlyList<ImageContentFilterResult> ContentFilterResults { get; init; } = [];

    /// <summary>Gets the request's identifier, where it stands in the body.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets whether the body is a web page, which no API sends.</summary>
    public bool IsPage { get; init; }

    /// <summary>Gets whether the error stood in an object of its own, <c>{"error":{…}}</c>, as the API sends
    /// it.</summary>
    public bool IsObject { get; init; }

    public bool IsEmpty => Message is null && Code is null && Type is null;
}
