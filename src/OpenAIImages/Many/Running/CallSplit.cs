namespace OpenAIImages.Many.Running;

/// <summary>Splits a request into calls with as many images as its model makes at once.</summary>
internal static class CallSplit
{
    private const int UsualMaxImages = 10;

    /// <summary>Splits a request.</summary>
    /// <returns>The request itself where one call is enough.</returns>
    public static IEnumerable<PromptedImageRequest> Split(PromptedImageRequest request)
    {
        var most = MaxImages(request);
        var count = request.Count ?? 1;
        if (count <= most)
        {
            yield return request;
            yield break;
        }

        for (var left = count; left > 0; left -= most)
        {
            var part = request with { Count = Math.Min(left, most) };

            yield return (PromptedImageRequest)part.AsCopyOf(request);
        }
    }

    /// <summary>Gets the number of images that a call of a request asks for.</summary>
    /// <param name="request">The whole request.</param>
    /// <param name="part">The number of the call, from 1.</param>
    /// <returns>The count; zero or less where the request has no such call.</returns>
    public static long CountOf(PromptedImageRequest request, int part)
        => Math.Min(MaxImages(request), (request.Count ?? 1) - ((part - 1L) * MaxImages(request)));

    /// <summary>Gets the highest number of images that one call of a request may ask for.</summary>
    public static int MaxImages(PromptedImageRequest request)
        => request.OutputFormat == ImageFileFormat.Svg ? 1
            : request.Model is { } model && ImageModelCatalog.Find(model) is { } info ? info.MaxImages
            : UsualMaxImages;
}
