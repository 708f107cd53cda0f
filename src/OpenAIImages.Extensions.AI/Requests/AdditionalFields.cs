using Microsoft.Extensions.AI;

namespace OpenAIImages.Extensions.AI.Requests;

/// <summary>Fills fields from <see cref="ImageGenerationOptions.AdditionalProperties"/>, by their names in the API.
/// </summary>
/// <remarks>
/// <para>A name with a property on the request fills the property if it is not set. Any other name goes to
/// <see cref="ImageRequest.Extra"/>, and the service decides about it. A <see langword="null"/> counts as not given.
/// </para>
/// <para><b>Fails</b> with <see cref="NotSupportedException"/> that names the property: for a value of a type that
/// cannot be sent, for a field that another option also sets, and for a field that this interface cannot honour.</para>
/// </remarks>
internal static class AdditionalFields
{
    public static PromptedImageRequest Fill(PromptedImageRequest request, ImageGenerationOptions options)
    {
        foreach (var property in options.AdditionalProperties ?? [])
        {
            if (FieldValue.From(property.Key, property.Value) is not { } field)
            {
                continue;
            }

            if (SetBy(options, field.Name) is { } option)
            {
                throw new NotSupportedException($"{field} and {option} set the same field. Set one of them.");
            }

            request = Fill(request, field);
        }

        return request;
    }

    private static string? SetBy(ImageGenerationOptions options, string name) => name switch
    {
        "model" when options.ModelId is not null => nameof(options.ModelId),
        "n" when options.Count is not null => nameof(options.Count),
        "size" when options.ImageSize is not null => nameof(options.ImageSize),
        "output_format" when options.MediaType is not null => nameof(options.MediaType),
        "response_format" when options.ResponseFormat is not null => nameof(options.ResponseFormat),
        _ => null,
    };

    private static PromptedImageRequest Fill(PromptedImageRequest request, FieldValue field) => field.Name switch
    {
        "model" => request with { Model = request.Model ?? field.Word(text => new ImageModel(text)) },
        "n" => request with { Count = request.Count ?? field.Number() },
        "size" => request with { Size = request.Size ?? field.Size() },
        "quality" => request with { Quality = request.Quality ?? field.Word(text => new ImageQuality(text)) },
        "background" => request with
        {
            Background = request.Background ?? field.Word(text => new ImageBackground(text)),
        },
        "complexity" => request with
        {
            Complexity = request.Complexity ?? field.Word(text => new ImageComplexity(text)),
        },
        "output_format" => request with
        {
            OutputFormat = request.OutputFormat ?? field.Word(text => new ImageFileFormat(text)),
        },
        "output_compression" => request with { OutputCompression = request.OutputCompression ?? field.Number() },
        "frame_count" => request with { FrameCount = request.FrameCount ?? field.Number() },
        "frame_duration_ms" => request with { FrameDuration = request.FrameDuration ?? field.Milliseconds() },
        "svg" when field.Value is ImageSvgOptions svg => request with { Svg = request.Svg ?? svg },
        "svg" when request.Svg is not null => request,
        "moderation" => request with
        {
            Moderation = request.Moderation ?? field.Word(text => new ImageModeration(text)),
        },
        "safety_identifier" => request with { SafetyIdentifier = request.SafetyIdentifier ?? field.Text() },
        "user" => request with { User = request.User ?? field.Text() },
        "response_format" => request with
        {
            Delivery = request.Delivery ?? field.Word(text => new ImageDelivery(text)),
        },
        "prompt" => throw field.Refuse("The prompt is ImageGenerationRequest.Prompt."),
        "image" or "image[]" or "images" => throw field.Refuse("Images are ImageGenerationRequest.OriginalImages."),
        "stream" or "partial_images" => throw field.Refuse(
            $"{nameof(IImageGenerator)} has no streaming; {nameof(IImageClient)} has."),
        _ => request switch
        {
            GenerateImageRequest generation => FillOwn(generation, field),
            EditImageRequest edit => FillOwn(edit, field),
            _ => FillExtra(request, field),
        },
    };

    private static PromptedImageRequest FillOwn(GenerateImageRequest request, FieldValue field) => field.Name switch
    {
        "style" => request with { Style = request.Style ?? field.Word(text => new ImageStyle(text)) },
        "mask" or "markup" => throw field.Refuse("It takes an edit, and there are no OriginalImages."),
        _ => FillExtra(request, field),
    };

    private static PromptedImageRequest FillOwn(EditImageRequest request, FieldValue field) => field.Name switch
    {
        "mask" => request with { Mask = request.Mask ?? field.Image() },
        "markup" => request with { Markup = request.Markup ?? field.Image() },
        "input_fidelity" => request with
        {
            InputFidelity = request.InputFidelity ?? field.Word(text => new ImageInputFidelity(text)),
        },
        _ => FillExtra(request, field),
    };

    private static PromptedImageRequest FillExtra(PromptedImageRequest request, FieldValue field)
        => request.Extra.ContainsKey(field.OwnName)
            ? request
            : request with { Extra = field.AddTo(request.Extra) };
}
