namespace OpenAIImages;

/// <summary>The safety system stopped the prompt, an input image or the finished image.</summary>
/// <remarks>Never repeated: the same request meets the same answer. Show it to whoever wrote the prompt.</remarks>
public sealed class ImageModerationException : ImageApiException
{
    internal ImageModerationException(
        Facts facts,
        ImageModerationStage stage,
        IReadOnlyList<string> categories,
        IReadOnlyList<ImageContentFilterResult> contentFilterResults)
        : base(facts)
    {
        Stage = stage;
        Categories = categories;
        ContentFilterResults = contentFilterResults;
    }

    /// <summary>Gets what was stopped: what was sent, or what was drawn.</summary>
    /// <value><see cref="ImageModerationStage.Unknown"/> when the service does not say.</value>
    public ImageModerationStage Stage { get; }

    /// <summary>Gets the categories of content objected to, in the service's words: <c>sexual</c>, say.</summary>
    /// <value>Empty when the service does not say. New words may appear at any time.</value>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>Gets what each content filter of Azure OpenAI found.</summary>
    /// <value>Empty for other services.</value>
    public IReadOnlyList<ImageContentFilterResult> ContentFilterResults { get; }
}
