using OpenAIImages.Destinations;

namespace OpenAIImages.Settings;

/// <summary>Completes a request from the options and the destination.</summary>
/// <remarks>The client completes a request once for each call, before it checks, measures or sends the request. So all
/// of these steps see the same request.</remarks>
internal static class RequestDefaults
{
    /// <summary>Sets the model and the file format of a request that does not name them.</summary>
    /// <param name="request">The request.</param>
    /// <param name="destination">The destination of the images, if there is one.</param>
    /// <param name="options">The options in force.</param>
    /// <returns>The request, or a completed copy of it.</returns>
    public static ImageRequest Complete(
        ImageRequest request, ImageDestination? destination, ImageClientOptions options)
        => WithFormat(WithModel(request, options), destination, options);

    /// <summary>Sets the model of a request that names no model: the model of the options, else the default of
    /// OpenAI.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">The options in force.</param>
    /// <returns>The request, or a copy of it that names a model.</returns>
    public static ImageRequest WithModel(ImageRequest request, ImageClientOptions options)
        => IsGiven(request.Model) || ModelFor(options) is not { } model ? request : request with { Model = model };

    /// <summary>Returns the model of requests that name no model.</summary>
    /// <param name="options">The options in force.</param>
    /// <returns>The model of the options, else the default of OpenAI; <see langword="null"/> where the server
    /// chooses.</returns>
    public static ImageModel? ModelFor(ImageClientOptions options)
        => IsGiven(options.Model) ? options.Model
            : ServiceAddress.IsOpenAI(options.Endpoint) ? ImageModel.GptImage2
            : default(ImageModel?);

    /// <summary>Sets the file format of a request that names no format to that of its file's extension, if the service
    /// is known to write it.</summary>
    /// <param name="request">The request, with its model.</param>
    /// <param name="destination">The destination of the images, if there is one.</param>
    /// <param name="options">The options in force.</param>
    /// <returns>The request, or a copy of it that names a format.</returns>
    public static ImageRequest WithFormat(
        ImageRequest request, ImageDestination? destination, ImageClientOptions options)
        => destination is FileDestination { Extension: { Length: > 0 } extension }
            && request is PromptedImageRequest { FrameCount: null, FrameDuration: null, Svg: null } prompted
            && prompted.OutputFormat is null
            && prompted.Background != ImageBackground.Transparent
            && !prompted.Extra.ContainsKey("output_format")
            && FormatFor(extension, prompted.Model, options) is { } format
                ? prompted with { OutputFormat = format }
                : request;

    private static ImageFileFormat? FormatFor(string extension, ImageModel? model, ImageClientOptions options)
    {
        var isAzure = ServiceAddress.IsAzure(options.Endpoint);
        if (!isAzure && !ServiceAddress.IsOpenAI(options.Endpoint))
        {
            return null;
        }

        var kind = FileTarget.MediaTypeOf(extension);
        ImageFileFormat? format = kind == ImageMediaType.Jpeg ? ImageFileFormat.Jpeg
            : kind == ImageMediaType.WebP && !isAzure ? ImageFileFormat.WebP
            : default(ImageFileFormat?);

        // The oldest models write one format and refuse the field. An unknown name may be that of a deployment.
        return format is { } wanted && model is { } named && ImageModelCatalog.Find(named) is { } info
            && !info.Formats.Contains(wanted)
                ? null
                : format;
    }

    private static bool IsGiven(ImageModel? model) => model is { } given && given != default;
}
