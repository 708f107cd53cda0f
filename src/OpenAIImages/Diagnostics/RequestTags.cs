using System.Diagnostics;
using static OpenAIImages.Diagnostics.TelemetryNames;

namespace OpenAIImages.Diagnostics;

/// <summary>The tags of spans and measurements that describe the request.</summary>
internal static class RequestTags
{
    /// <summary>Makes the tags of all measurements of a call. Spans have them from the start, for sampling.</summary>
    public static KeyValuePair<string, object?>[] Create(
        ImageRequest request, ImageClientOptions options, string provider)
    {
        List<KeyValuePair<string, object?>> tags =
        [
            new(Tag.Operation, Span.GenerateContent),
            new(Tag.ImageOperation, request switch
            {
                GenerateImageRequest => TagValue.Generate,
                EditImageRequest => TagValue.Edit,
                _ => TagValue.Variation,
            }),
            new(Tag.Provider, provider),
            new(Tag.ServerAddress, options.Endpoint.Host),
            new(Tag.ServerPort, options.Endpoint.Port),
        ];
        if (ModelOf(request, options) is { } model)
        {
            tags.Add(new(Tag.RequestModel, model));
        }

        return [.. tags];
    }

    /// <summary>Starts the span of a call, with its tags and further tags.</summary>
    public static Activity? StartSpan(
        ImageRequest request,
        ImageClientOptions options,
        KeyValuePair<string, object?>[] tags,
        bool isStreaming)
    {
        var name = ModelOf(request, options) is { } model ? $"{Span.GenerateContent} {model}" : Span.GenerateContent;
        var span = Instruments.Source.StartActivity(ActivityKind.Client, tags: tags, name: name);
        if (span is { IsAllDataRequested: true })
        {
            Describe(span, request, options, isStreaming);
        }

        return span;
    }

    // Azure's older addresses name the deployment, and the request need not.
    private static string? ModelOf(ImageRequest request, ImageClientOptions options)
        => request.Model?.ToString() is { Length: > 0 } model ? model : options.Azure.Deployment;

    private static void Describe(Activity span, ImageRequest request, ImageClientOptions options, bool isStreaming)
    {
        span.SetTag(Tag.OutputType, TagValue.Image);
        span.SetTag(Tag.RequestSize, request.Size?.ToString());
        if (request.Count is not (null or 1))
        {
            span.SetTag(Tag.RequestCount, request.Count);
        }

        if (isStreaming)
        {
            span.SetTag(Tag.RequestStream, true);
        }

        if (request is PromptedImageRequest prompted)
        {
            span.SetTag(Tag.RequestQuality, prompted.Quality?.ToString());
            if (options.Telemetry.EnableSensitiveData)
            {
                span.SetTag(Tag.InputMessages, InputMessages.Serialize(prompted.Prompt));
            }
        }
    }
}
