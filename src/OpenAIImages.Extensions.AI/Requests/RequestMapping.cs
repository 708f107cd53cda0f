using Microsoft.Extensions.AI;

namespace OpenAIImages.Extensions.AI.Requests;

/// <summary>Turns a request of Microsoft.Extensions.AI into a request of this package.</summary>
/// <remarks>
/// <para><b>Gives</b> a generation, or an edit when there are images. The fields of the raw request take precedence
/// over the options. A field that two options set is refused.</para>
/// <para><b>Fails</b> with <see cref="NotSupportedException"/> or <see cref="ArgumentException"/> that names the
/// property, before anything is sent.</para>
/// </remarks>
internal static class RequestMapping
{
    public static PromptedImageRequest ToRequest(
        ImageGenerationRequest request,
        ImageGenerationOptions? options,
        IImageGenerator generator,
        ImageGeneratorMetadata metadata)
    {
        var prompt = request.Prompt
            ?? throw new ArgumentException($"{nameof(request.Prompt)} is null.", nameof(request));
        var originals = OriginalImages.Read(request.OriginalImages);
        var start = RequestTemplate.Begin(prompt, originals, TemplateOf(options, generator));
        if (options is null)
        {
            return start;
        }

        EnsureNoStreaming(options);
        var filled = AdditionalFields.Fill(OptionFields.Fill(start, options), options);

        return filled with { Delivery = ResponseFormats.DeliveryOf(options.ResponseFormat, filled, metadata) };
    }

    private static PromptedImageRequest? TemplateOf(ImageGenerationOptions? options, IImageGenerator generator)
        => options?.RawRepresentationFactory?.Invoke(generator) switch
        {
            null => null,
            PromptedImageRequest template => template,
            var other => throw new NotSupportedException(
                $"{nameof(options.RawRepresentationFactory)} returned a {other.GetType()}; it returns a " +
                $"{nameof(GenerateImageRequest)}, an {nameof(EditImageRequest)} or null."),
        };

    private static void EnsureNoStreaming(ImageGenerationOptions options)
    {
        if (options.StreamingCount is not (null or 0))
        {
            throw new NotSupportedException(
                $"{nameof(options.StreamingCount)} is {options.StreamingCount}, and {nameof(IImageGenerator)} does " +
                $"not stream. {nameof(IImageClient)}.{nameof(IImageClient.GenerateStreamingAsync)} does.");
        }
    }
}
