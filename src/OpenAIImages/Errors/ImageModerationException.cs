using System.Net;

namespace OpenAIImages;

/// <summary>The safety system stopped the prompt, an input image or the finished image.</summary>
/// <remarks>
/// The client never repeats such a call, since the same request gets the same answer. Show the exception to the author
/// of the prompt. Unless the prompt or an input image was stopped, the image may have been billed: no source says that
/// it is free.
/// </remarks>
public sealed class ImageModerationException : ImageApiException
{
    private IReadOnlyList<string> _categories = [];
    private IReadOnlyList<ImageContentFilterResult> _contentFilterResults = [];

    /// <summary>Says with which status and why the service refused.</summary>
    /// <param name="status">The HTTP status of the reply, usually 400.</param>
    /// <param name="reason">The service's explanation, if it gave one.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ImageModerationException(
        HttpStatusCode status, string? reason = null, Exception? innerException = null)
        : base(status, reason, innerException)
    {
    }

    /// <summary>Gets where the request was stopped: at its input, or at the image that was drawn.</summary>
    /// <value><see cref="ImageModerationStage.Unknown"/> when the service does not say, and by default.</value>
    public ImageModerationStage Stage { get; init; } = ImageModerationStage.Unknown;

    /// <summary>Gets the categories of content that the service objects to, in its words, for example
    /// <c>sexual</c>.</summary>
    /// <value>Empty when the service does not say. New words may appear at any time.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyList<string> Categories
    {
        get => _categories;
        init => _categories = Guard.NotNull(value, nameof(Categories));
    }

    /// <summary>Gets what each content filter of Azure OpenAI found.</summary>
    /// <value>Empty for other services.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyList<ImageContentFilterResult> ContentFilterResults
    {
        get => _contentFilterResults;
        init => _contentFilterResults = Guard.NotNull(value, nameof(ContentFilterResults));
    }
}
