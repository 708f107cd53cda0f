using Microsoft.Extensions.AI;

namespace OpenAIImages.Extensions.AI.Responses;

/// <summary>Turns a result of this package into a response of Microsoft.Extensions.AI.</summary>
/// <param name="request">The request that was sent.</param>
/// <param name="downloader">Downloads images that came as links; <see langword="null"/> when the caller accepts links.
/// </param>
/// <remarks>Every image has its place among the contents, in the order of the reply. An <see cref="ErrorContent"/>
/// reports missing images.</remarks>
internal sealed class ResponseMapping(PromptedImageRequest request, IImageClient? downloader)
{
    private const string RevisedPrompt = "revised_prompt";

    public async Task<ImageGenerationResponse> ToResponseAsync(ImageResult result, CancellationToken cancellationToken)
    {
        var contents = new List<AIContent>();
        foreach (var image in result.Images)
        {
            if (image.Link is not null && image.Bytes.IsEmpty && downloader is not null)
            {
                contents.AddRange(await FetchAsync(image, result, downloader, cancellationToken).ConfigureAwait(false));
            }
            else
            {
                contents.Add(ContentOf(image, result));
            }
        }

        if (result.Images.Count < (request.Count ?? 1))
        {
            contents.Add(new ErrorContent(
                $"The reply holds {result.Images.Count} images, and {request.Count ?? 1} were asked for.")
            {
                ErrorCode = "images_missing",
                RawRepresentation = result,
            });
        }

        return new ImageGenerationResponse(contents)
        {
            RawRepresentation = result,
            Usage = UsageMapping.ToDetails(result),
        };
    }

    // The caller has paid for the image. When its download fails, the caller still gets the link.
    private async Task<IReadOnlyList<AIContent>> FetchAsync(
        ImageOutput image, ImageResult result, IImageClient client, CancellationToken cancellationToken)
    {
        var file = new MemoryStream();
        try
        {
            var saved = await client
                .DownloadAsync(image, ImageDestination.Stream(file), progress: null, cancellationToken)
                .ConfigureAwait(false);
            var bytes = new ReadOnlyMemory<byte>(file.GetBuffer(), 0, (int)file.Length);

            return [Describe(new DataContent(bytes, saved.MediaType.ToString()), image)];
        }
        catch (ImageClientException failure)
        {
            return
            [
                ContentOf(image, result),
                new ErrorContent($"The image above stays a link, since it could not be fetched: {failure.Message}")
                {
                    ErrorCode = "image_not_fetched",
                    RawRepresentation = failure,
                },
            ];
        }
    }

    private AIContent ContentOf(ImageOutput image, ImageResult result) => image switch
    {
        { Bytes.IsEmpty: false } => Describe(new DataContent(image.Bytes, image.MediaType.ToString()), image),
        { Link: { } link } => Describe(new UriContent(link, TypeOfLink(result)), image),
        { SavedPath: { } path } => Describe(new UriContent(new Uri(path), image.MediaType.ToString()), image),
        { IsWithheld: true } => Describe(
            new ErrorContent("The service withheld this image.")
            {
                ErrorCode = "image_withheld",
                Details = ReasonOf(image),
            },
            image),
        _ => Describe(
            new ErrorContent("The client wrote this image to a destination of its own.")
            {
                ErrorCode = "image_elsewhere",
            },
            image),
    };

    private static string? ReasonOf(ImageOutput image)
    {
        var categories = image.ContentFilterResults
            .Concat(image.PromptFilterResults)
            .Where(found => found.IsFiltered)
            .Select(found => found.Category)
            .Distinct()
            .ToArray();

        return categories.Length == 0 ? null : $"Filtered: {string.Join(", ", categories)}";
    }

    // When neither the reply nor the request names a format, the content infers a format from the link.
    private string? TypeOfLink(ImageResult result)
        => TypeOf(result.OutputFormat) ?? TypeOf(request.OutputFormat);

    private static string? TypeOf(ImageFileFormat? format) => format?.ToString() switch
    {
        null or "" => null,
        "svg" => ImageMediaType.Svg.ToString(),
        var name => $"image/{name}",
    };

    private static AIContent Describe(AIContent content, ImageOutput image)
    {
        content.RawRepresentation = image;
        if (image.RevisedPrompt is { } revised)
        {
            (content.AdditionalProperties ??= [])[RevisedPrompt] = revised;
        }

        foreach (var extra in image.Extra)
        {
            (content.AdditionalProperties ??= [])[extra.Key] = extra.Value;
        }

        return content;
    }
}
