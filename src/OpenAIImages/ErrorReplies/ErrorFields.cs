namespace OpenAIImages.ErrorReplies;

/// <summary>The members of an error of any shape in the server's words: neither cut nor masked.</summary>
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

    /// <summary>Gets the request's identifier, if the body contains it.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets whether the body is a web page, which no API sends.</summary>
    public bool IsPage { get; init; }

    /// <summary>Gets whether the error was in an object of its own, <c>{"error":{…}}</c>, the form of the
    /// API.</summary>
    public bool IsObject { get; init; }

    public bool IsEmpty => Message is null && Code is null && Type is null;
}
