using System.Net;

namespace OpenAIImages;

/// <summary>The safety system stopped the prompt, an input image or the finished image.</summary>
/// <remarks>
/// The client never repeats such a call, since the same request gets the same reply. Show the exception to the author
/// of the prompt. The image may have been billed, unless the system stopped the prompt or an input image: no source
/// says that such an image is free.
/// </remarks>
public sealed class ImageModerationException : ImageApiException
{
    private IReadOnlyList<string> _categories = [];
    private IReadOnlyList<ImageContentFilterResult> _contentFilterResults = [];

    /// <summary>Makes an exception with the status and the reason of the refusal.</summary>
    /// <param name="status">The HTTP status of the reply, usually 400.</param>
    /// <param name="reason">The service's explanation, if it gave one.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ImageModerationException(
        HttpStatusCode status, string? reason = null, Exception? innerException = null)
        : base(status, reason, innerException)
    {
    }

    /// <summary>Gets the stage at which the system stopped the request: its input or the finished image.</summary>
    /// <value><see cref="ImageModerationStage.Unknown"/> when the service does not name it, and by default.</value>
    public ImageModerationStage Stage { get; init; } = ImageModerationStage.Unknown;

    /// <summary>Gets the categories of content that the service objects to, in its words, for example
    /// <c>sexual</c>.</summary>
    /// <value>Empty when the service names none. New words may appear at any time.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyList<string> Categories
    {
        get => _categories;
        init => _categories = Guard.NotNull(value, nameof(Categories));
    }

    /// <summary>Gets the findings of each content filter of Azure OpenAI.</summary>
    /// <value>Empty for other services.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyList<ImageContentFilterResult> ContentFilterResults
    {
        get => _contentFilterResults;
        init => _contentFilterResults = Guard.NotNull(value, nameof(ContentFilterResults));
    }
}
