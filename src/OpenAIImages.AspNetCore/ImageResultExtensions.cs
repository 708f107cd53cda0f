using Microsoft.AspNetCore.Http;

namespace OpenAIImages;

/// <summary>Answers a browser with an image, with its previews, or with problem details:
/// <c>Results.Extensions.Image(…)</c> and <c>TypedResults.Extensions.Image(…)</c>.</summary>
public static class ImageResultExtensions
{
    /// <summary>Makes an image and sends it to the browser while it arrives.</summary>
    /// <param name="results">The host's own results, which this method extends.</param>
    /// <param name="client">The client that makes the image. It is called when the result is executed.</param>
    /// <param name="request">The request for one image.</param>
    /// <param name="fileDownloadName">The file name for saving the image; see
    /// <see cref="ImageHttpResult.FileDownloadName"/>.</param>
    /// <param name="cacheControl">The rules for caches (<c>Cache-Control</c>); <see langword="null"/> sends no such
    /// header.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="request"/> asks for more than one image.</exception>
    public static ImageHttpResult Image(
        this IResultExtensions results,
        IImageClient client,
        GenerateImageRequest request,
        string? fileDownloadName = null,
        string? cacheControl = ImageHttpResult.NoStore)
    {
        ArgumentNullException.ThrowIfNull(results);

        return new(client, request) { FileDownloadName = fileDownloadName, CacheControl = cacheControl };
    }

    /// <summary>Edits an image and sends the result to the browser while it arrives.</summary>
    /// <inheritdoc cref="Image(IResultExtensions, IImageClient, GenerateImageRequest, string?, string?)"
    /// path="/*[not(self::summary or self::example)]"/>
    public static ImageHttpResult Image(
        this IResultExtensions results,
        IImageClient client,
        EditImageRequest request,
        string? fileDownloadName = null,
        string? cacheControl = ImageHttpResult.NoStore)
    {
        ArgumentNullException.ThrowIfNull(results);

        return new(client, request) { FileDownloadName = fileDownloadName, CacheControl = cacheControl };
    }

    /// <summary>Makes images and sends previews and finished images to the browser as server-sent events.</summary>
    /// <param name="results">The host's own results, which this method extends.</param>
    /// <param name="client">The client that makes the images. It is called when the result is executed.</param>
    /// <param name="request">The request. Its <see cref="PromptedImageRequest.PartialImages"/> is the number of
    /// previews.</param>
    /// <param name="allowEventSource">Whether the endpoint accepts a GET, which an <c>EventSource</c> of a browser
    /// sends; see <see cref="ImageEventsHttpResult.AllowEventSource"/>.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static ImageEventsHttpResult ImageEvents(
        this IResultExtensions results,
        IImageClient client,
        GenerateImageRequest request,
        bool allowEventSource = false)
    {
        ArgumentNullException.ThrowIfNull(results);

        return new(client, request) { AllowEventSource = allowEventSource };
    }

    /// <summary>Edits images and sends previews and finished images to the browser as server-sent events.</summary>
    /// <inheritdoc cref="ImageEvents(IResultExtensions, IImageClient, GenerateImageRequest, bool)"
    /// path="/*[not(self::summary or self::example)]"/>
    public static ImageEventsHttpResult ImageEvents(
        this IResultExtensions results,
        IImageClient client,
        EditImageRequest request,
        bool allowEventSource = false)
    {
        ArgumentNullException.ThrowIfNull(results);

        return new(client, request) { AllowEventSource = allowEventSource };
    }

    /// <summary>Answers with the problem details of a failed call, and with <c>Retry-After</c> if a wait is known.
    /// </summary>
    /// <param name="results">The host's own results, which this method extends.</param>
    /// <param name="exception">The failure.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static ImageProblemHttpResult ImageProblem(this IResultExtensions results, ImageClientException exception)
    {
        ArgumentNullException.ThrowIfNull(results);

        return new ImageProblemHttpResult(exception);
    }
}
