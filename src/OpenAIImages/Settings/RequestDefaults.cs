namespace OpenAIImages.Settings;

/// <summary>Completes a request by what the options say for all requests.</summary>
/// <remarks>Decided once for each call, before anything looks at the request, so that checks, telemetry and the wire
/// agree.</remarks>
internal static class RequestDefaults
{
    /// <summary>Gives a request that names no model the one that the options, or else the service, call for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">The options in force.</param>
    /// <returns>The request, or a copy of it that names a model.</returns>
    public static ImageRequest WithModel(ImageRequest request, ImageClientOptions options)
        => IsGiven(request.Model) || ModelFor(options) is not { } model ? request : request with { Model = model };

    private static ImageModel? ModelFor(ImageClientOptions options)
        => IsGiven(options.Model) ? options.Model
            : ServiceAddress.IsOpenAI(options.Endpoint) ? ImageModel.GptImage2
            : default(ImageModel?);

    private static bool IsGiven(ImageModel? model) => model is { } given && given != default;
}
