using Microsoft.Extensions.AI;

namespace OpenAIImages.Extensions.AI.Requests;

/// <summary>Fills the unset fields of a request from the named options of Microsoft.Extensions.AI.</summary>
internal static class OptionFields
{
    public static PromptedImageRequest Fill(PromptedImageRequest request, ImageGenerationOptions options)
    {
        ImageModel? model = string.IsNullOrWhiteSpace(options.ModelId)
            ? default(ImageModel?)
            : new ImageModel(options.ModelId!);
        var size = SizeOf(options);
        var format = FormatOf(options);

        return request with
        {
            Model = request.Model ?? model,
            Count = request.Count ?? options.Count,
            Size = request.Size ?? size,
            OutputFormat = request.OutputFormat ?? format,
        };
    }

    private static ImageSize? SizeOf(ImageGenerationOptions options) => options.ImageSize switch
    {
        null => default(ImageSize?),
        { Width: > 0, Height: > 0 } size => new ImageSize(size.Width, size.Height),
        { } size => throw new ArgumentOutOfRangeException(
            nameof(options),
            size,
            $"{nameof(options.ImageSize)} has a side of less than 1 pixel. Leave it open for the service to choose."),
    };

    private static ImageFileFormat? FormatOf(ImageGenerationOptions options)
        => options.MediaType?.Trim().ToLowerInvariant() switch
        {
            null or "" => default(ImageFileFormat?),
            "image/png" => ImageFileFormat.Png,
            "image/jpeg" or "image/jpg" => ImageFileFormat.Jpeg,
            "image/webp" => ImageFileFormat.WebP,
            "image/gif" => ImageFileFormat.Gif,
            "image/svg+xml" => ImageFileFormat.Svg,
            _ => throw new NotSupportedException(
                $"{nameof(options.MediaType)} is '{options.MediaType}'. The service writes image/png, image/jpeg, " +
                "image/webp, image/gif and image/svg+xml. AdditionalProperties[\"output_format\"] takes any name."),
        };
}
