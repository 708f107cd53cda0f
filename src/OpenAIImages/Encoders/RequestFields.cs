namespace OpenAIImages.Encoders;

/// <summary>Names each field once, for JSON and for forms.</summary>
/// <remarks>
/// <para><b>Gives</b> the fields that the caller set, in the order of the reference. Defaults are not sent, since
/// several compatible servers refuse unknown fields.</para>
/// <para><b>Fails</b> with an <see cref="ArgumentException"/> that names the property, when a value cannot be
/// sent.</para>
/// </remarks>
internal static class RequestFields
{
    public static void Write(GenerateImageRequest request, IFieldWriter fields, bool stream = false)
    {
        var writer = new OptionalFieldWriter(fields, request.Extra);
        WritePrompted(request, writer, stream);
        writer.Word("style", request.Style?.ToString(), nameof(request.Style));
        WriteShared(request, writer);
        writer.Extra();
    }

    /// <summary>Writes all fields of an edit except its images, which JSON and forms send differently.</summary>
    public static void Write(EditImageRequest request, IFieldWriter fields, bool stream = false)
    {
        var writer = new OptionalFieldWriter(fields, request.Extra);
        WritePrompted(request, writer, stream);
        writer.Word("input_fidelity", request.InputFidelity?.ToString(), nameof(request.InputFidelity));
        WriteShared(request, writer);
        writer.Extra();
    }

    /// <summary>Writes all fields of a variation except its image.</summary>
    public static void Write(CreateVariationRequest request, IFieldWriter fields)
    {
        var writer = new OptionalFieldWriter(fields, request.Extra);
        writer.Word("model", request.Model?.ToString(), nameof(request.Model));
        writer.Number("n", request.Count);
        writer.Text("size", request.Size?.ToString(), nameof(request.Size));
        WriteShared(request, writer);
        writer.Extra();
    }

    private static void WritePrompted(PromptedImageRequest request, OptionalFieldWriter writer, bool stream)
    {
        writer.Text("prompt", request.Prompt, nameof(request.Prompt));
        writer.Word("model", request.Model?.ToString(), nameof(request.Model));
        writer.Number("n", request.Count);
        writer.Text("size", request.Size?.ToString(), nameof(request.Size));
        writer.Word("quality", request.Quality?.ToString(), nameof(request.Quality));
        writer.Word("background", request.Background?.ToString(), nameof(request.Background));
        writer.Word("complexity", request.Complexity?.ToString(), nameof(request.Complexity));
        writer.Word("output_format", request.OutputFormat?.ToString(), nameof(request.OutputFormat));
        writer.Number("output_compression", request.OutputCompression);
        writer.Number("frame_count", request.FrameCount);
        writer.Milliseconds("frame_duration_ms", request.FrameDuration, nameof(request.FrameDuration));
        WriteSvg(request.Svg, writer);
        writer.Word("moderation", request.Moderation?.ToString(), nameof(request.Moderation));
        writer.Mark("stream", stream);
        writer.Number("partial_images", request.PartialImages);
        writer.Text("safety_identifier", request.SafetyIdentifier, nameof(request.SafetyIdentifier));
    }

    private static void WriteSvg(ImageSvgOptions? svg, OptionalFieldWriter writer)
    {
        if (svg is null)
        {
            return;
        }

        writer.BeginObject("svg");
        writer.Text("model", svg.Model, $"{nameof(PromptedImageRequest.Svg)}.{nameof(svg.Model)}");
        if (svg.ReasoningEffort is { } effort)
        {
            writer.BeginObject("reasoning");
            writer.Word("effort", effort.ToString(), nameof(svg.ReasoningEffort));
            writer.EndObject();
        }

        writer.EndObject();
    }

    private static void WriteShared(ImageRequest request, OptionalFieldWriter writer)
    {
        writer.Word("response_format", request.Delivery?.ToString(), nameof(request.Delivery));
        writer.Text("user", request.User, nameof(request.User));
    }
}
