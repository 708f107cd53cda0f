using OpenAIImages.Destinations;

namespace OpenAIImages.Settings;

/// <summary>Completes a request by what the options say for all requests.</summary>
/// <remarks>Decided once for each call, before anything looks at the request, so that checks, telemetry and the wire
/// agree.</remarks>
internal static class RequestDefaults
{
    /// <summary>Gives a request all that it leaves open and that the options or the destination decide.</summary>
    /// <param name="request">The request.</param>
    /// <param name="destination">Where its images go, if anywhere.</param>
    /// <param name="options">The options in force.</param>
    /// <returns>The request, or a completed copy of it.</returns>
    public static ImageRequest Complete(
        ImageRequest request, ImageDestination? destination, ImageClientOptions options)
        => WithFormat(WithModel(request, options), destination, options);

    /// <summary>Gives a request that names no model the one that the options, or else the service, call for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">The options in force.</param>
    /// <returns>The request, or a copy of it that names a model.</returns>
    public static ImageRequest WithModel(ImageRequest request, ImageClientOptions options)
        => IsGiven(request.Model) || ModelFor(options) is not { } model ? request : request with { Model = model };

    /// <summary>Gives a request that names no format the one that the name of its file says, where the service is
    /// known to have it.</summary>
    /// <param name="request">The request, with its model.</param>
    /// <param name="destination">Where its images go, if anywhere.</param>
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

        var kind = FileTarget.KindOf(extension);
        ImageFileFormat? format = kind == ImageMediaType.Jpeg ? ImageFileFormat.Jpeg
            : kind == ImageMediaType.WebP && !isAzure ? ImageFileFormat.WebP
            : default(ImageFileFormat?);

        // The first models write one format and refuse the field. A name that is not known may be a deployment's.
        return format is { } wanted && model is { } named && ImageModelCatalog.Find(named) is { } info
            && !info.Formats.Contains(wanted)
                ? null
                : format;
    }

    private static ImageModel? ModelFor(ImageClientOptions options)
        => IsGiven(options.Model) ? options.Model
            : ServiceAddress.IsOpenAI(options.Endpoint) ? ImageModel.GptImage2
            : default(ImageModel?);

    private static bool IsGiven(ImageModel? model) => model is { } given && given != default;
}
