using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The finding of one content filter of Azure OpenAI.</summary>
/// <remarks>Immutable. A property that the filter did not report is <see langword="null"/> or
/// <see langword="false"/>.</remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public sealed record ImageContentFilterResult
{
    /// <summary>Creates the finding of a filter.</summary>
    /// <param name="category">The filter's name on the wire, for example <c>violence</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="category"/> is empty or only white space.</exception>
    public ImageContentFilterResult(string category) => Category = Guard.NotBlank(category);

    /// <summary>Gets the filter's name on the wire: <c>hate</c>, <c>self_harm</c>, <c>sexual</c>, <c>violence</c>,
    /// <c>profanity</c>, <c>jailbreak</c>, <c>custom_blocklists</c>, or a newer name.</summary>
    public string Category { get; }

    /// <summary>Gets whether this filter stopped the content.</summary>
    public bool IsFiltered { get; init; }

    /// <summary>Gets the severity of the content, <c>safe</c>, <c>low</c>, <c>medium</c> or <c>high</c>, from filters
    /// that grade.</summary>
    public string? Severity { get; init; }

    /// <summary>Gets whether the filter detected its kind of content, from filters that do not grade.</summary>
    public bool? IsDetected { get; init; }
}
