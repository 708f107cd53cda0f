namespace OpenAIImages.Advice;

/// <summary>Compares a request with what is published about its model.</summary>
/// <remarks><b>Gives</b> a sentence for each thing that speaks against it; none for a model that is not
/// known.</remarks>
internal static class ModelAdvice
{
    private const int Uncompressed = 100;

    public static IEnumerable<string> Check(ImageRequest request, DateTimeOffset now)
    {
        if (request.Model is not { } model || ImageModelCatalog.Find(model) is not { } info)
        {
            return [];
        }

        return CheckModel(request, info, now)
            .Concat(CheckShared(request, info))
            .Concat(request is PromptedImageRequest prompted ? CheckPrompted(prompted, info) : [])
            .Concat(request is EditImageRequest edit ? CheckEdit(edit, info) : [])
            .Select(finding => $"{model}: {finding}");
    }

    private static IEnumerable<string> CheckModel(ImageRequest request, ImageModelInfo info, DateTimeOffset now)
    {
        if (info.ShutdownDate is { } end)
        {
            var instead = info.Replacement is { } other ? $" Use {other}." : "";
            yield return now >= end
                ? $"the model was shut down on {end:yyyy-MM-dd}.{instead}"
                : $"the model will be shut down on {end:yyyy-MM-dd}.{instead}";
        }

        if (request is CreateVariationRequest && !info.MakesVariations)
        {
            yield return "the model makes no variations. Edit the picture instead.";
        }

        if (request is EditImageRequest && info.MostInputs == 0)
        {
            yield return "the model does not edit.";
        }
    }

    private static IEnumerable<string> CheckShared(ImageRequest request, ImageModelInfo info)
    {
        if (request.Count > info.MostImages)
        {
            yield return $"Count is {request.Count}, and the model makes at most {info.MostImages} in a call.";
        }

        if (request.Size is { IsAuto: false } size)
        {
            if (info.Sizes.Count == 0 && size.GetAdvice() is { Count: > 0 } advice)
            {
                yield return $"Size breaks the published rules: {string.Join(" ", advice)}";
            }
            else if (info.Sizes.Count > 0 && !info.Sizes.Contains(size))
            {
                yield return $"Size is {size}, and the model makes {string.Join(", ", info.Sizes)}.";
            }
        }

        if (request.Delivery is not null && !info.TakesDelivery)
        {
            yield return "Delivery (response_format) is refused by the model, which always answers in the reply.";
        }
    }

    private static IEnumerable<string> CheckPrompted(PromptedImageRequest request, ImageModelInfo info)
    {
        if (request.Prompt.Length > info.LongestPrompt)
        {
            yield return
                $"the prompt has {request.Prompt.Length} characters, and the model takes {info.LongestPrompt}.";
        }

        if (request.Quality is { } quality && !info.Qualities.Contains(quality))
        {
            yield return $"Quality is {quality}, and the model has {string.Join(", ", info.Qualities)}.";
        }

        if (request is GenerateImageRequest { Style: not null } && !info.TakesStyle)
        {
            yield return "Style is for dall-e-3 alone.";
        }

        foreach (var finding in CheckFormat(request, info))
        {
            yield return finding;
        }
    }

    private static IEnumerable<string> CheckFormat(PromptedImageRequest request, ImageModelInfo info)
    {
        var format = request.OutputFormat ?? ImageFileFormat.Png;
        if (request.OutputFormat is not null && !info.Formats.Contains(format))
        {
            yield return $"OutputFormat is {format}, and the model writes {string.Join(", ", info.Formats)}.";
        }

        var isTransparent = request.Background == ImageBackground.Transparent;
        if (isTransparent && info.MakesTransparency == false)
        {
            yield return "Background is transparent, which the model does not make.";
        }

        if (isTransparent && format == ImageFileFormat.Jpeg)
        {
            yield return "Background is transparent, and JPEG has no transparency: set OutputFormat to PNG or WebP.";
        }

        if (request.OutputCompression is not null and not Uncompressed
            && format != ImageFileFormat.Jpeg && format != ImageFileFormat.WebP)
        {
            yield return $"OutputCompression is for JPEG and WebP, and OutputFormat is {format}.";
        }

        if (format != ImageFileFormat.Gif && (request.FrameCount is not null || request.FrameDuration is not null))
        {
            yield return "FrameCount and FrameDuration are for GIF alone.";
        }

        if (format != ImageFileFormat.Svg && request.Svg is not null)
        {
            yield return "Svg is for OutputFormat SVG alone.";
        }

        if (format == ImageFileFormat.Svg && request.Count > 1)
        {
            yield return $"Count is {request.Count}, and SVG is made one at a time.";
        }
    }

    private static IEnumerable<string> CheckEdit(EditImageRequest request, ImageModelInfo info)
    {
        if (info.MostInputs > 0 && request.Images.Count > info.MostInputs)
        {
            yield return $"there are {request.Images.Count} pictures, and the model takes {info.MostInputs}.";
        }

        if (request.InputFidelity is { } fidelity && info.InputFidelities is { } known && !known.Contains(fidelity))
        {
            yield return known.Count == 0
                ? "InputFidelity is to be left out."
                : $"InputFidelity is {fidelity}, and the model has {string.Join(", ", known)}.";
        }

        if (request is { Mask: not null } && request.OutputFormat == ImageFileFormat.Gif)
        {
            yield return "Mask cannot be used with GIF.";
        }
    }
}
