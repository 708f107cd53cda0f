using System.Globalization;
using OpenAIImages.Models;

namespace OpenAIImages.Advice;

/// <summary>Compares a request with the published facts about its model.</summary>
/// <remarks>
/// <b>Gives</b> a sentence for each published fact that the request contradicts; none for an unknown model.
/// <b>Costs</b> no memory when there is no advice, since the client compares every call.
/// </remarks>
internal static class ModelAdvice
{
    private const int Uncompressed = 100;

    public static IReadOnlyList<string> Check(ImageRequest request, DateTimeOffset now)
    {
        if (request.Model is not { } model || ImageModelCatalog.Find(model) is not { } info)
        {
            return [];
        }

        var findings = new AdviceBuilder(model);
        CheckModel(request, info, now, ref findings);
        CheckShared(request, info, ref findings);
        if (request is PromptedImageRequest prompted)
        {
            CheckPrompted(prompted, info, ref findings);
        }

        if (request is EditImageRequest edit)
        {
            CheckEdit(edit, info, ref findings);
        }

        return findings.ToList();
    }

    private static void CheckModel(
        ImageRequest request, ImageModelInfo info, DateTimeOffset now, ref AdviceBuilder findings)
    {
        if (info.ShutdownDate is { } end)
        {
            var instead = info.Replacement is { } other ? $" Use {other}." : "";
            var day = end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            findings.Add(now >= end
                ? $"the model was shut down on {day}.{instead}"
                : $"the model will be shut down on {day}.{instead}");
        }

        if (request is CreateVariationRequest && !info.SupportsVariations)
        {
            findings.Add("the model makes no variations. Edit the image instead.");
        }

        if (request is EditImageRequest && info.MaxInputImages == 0)
        {
            findings.Add("the model does not edit.");
        }
    }

    private static void CheckShared(ImageRequest request, ImageModelInfo info, ref AdviceBuilder findings)
    {
        if (request.Count > info.MaxImages)
        {
            findings.Add($"Count is {request.Count}, and the model makes at most {info.MaxImages} in a call.");
        }

        if (request.Size is { IsAuto: false } size && !IsGif(request))
        {
            if (info.Sizes.Count == 0 && size.GetAdvice() is { Count: > 0 } advice)
            {
                findings.Add($"Size breaks the published rules: {string.Join(" ", advice)}");
            }
            else if (info.Sizes.Count > 0 && !info.Sizes.Contains(size))
            {
                findings.Add($"Size is {size}, and the model makes {string.Join(", ", info.Sizes)}.");
            }
        }

        if (request.Delivery is not null && !info.SupportsDelivery)
        {
            findings.Add("Delivery (response_format) is refused by the model, which always answers in the reply.");
        }
    }

    private static bool IsGif(ImageRequest request)
        => request is PromptedImageRequest prompted && prompted.OutputFormat == ImageFileFormat.Gif;

    private static void CheckPrompted(PromptedImageRequest request, ImageModelInfo info, ref AdviceBuilder findings)
    {
        // An emoji is two characters of a string and one character to the service.
        var length = request.Prompt.Length - request.Prompt.Count(char.IsLowSurrogate);
        if (length > info.MaxPromptLength)
        {
            findings.Add(
                $"the prompt has {length} characters, and the model takes {info.MaxPromptLength}.");
        }

        if (request.Quality is { } quality && !info.Qualities.Contains(quality))
        {
            findings.Add($"Quality is {quality}, and the model has {string.Join(", ", info.Qualities)}.");
        }

        if (request is GenerateImageRequest { Style: not null } && !info.SupportsStyle)
        {
            findings.Add("Style is only for dall-e-3.");
        }

        CheckFormat(request, info, ref findings);
    }

    private static void CheckFormat(PromptedImageRequest request, ImageModelInfo info, ref AdviceBuilder findings)
    {
        var format = request.OutputFormat ?? ImageFileFormat.Png;
        if (request.OutputFormat is not null && !info.Formats.Contains(format))
        {
            findings.Add($"OutputFormat is {format}, and the model writes {string.Join(", ", info.Formats)}.");
        }

        var isTransparent = request.Background == ImageBackground.Transparent;
        if (isTransparent && info.SupportsTransparency == false)
        {
            findings.Add("Background is transparent, which the model does not make.");
        }

        if (isTransparent && format == ImageFileFormat.Jpeg)
        {
            findings.Add("Background is transparent, and JPEG has no transparency: set OutputFormat to PNG or WebP.");
        }

        if (request.OutputCompression is not null and not Uncompressed
            && format != ImageFileFormat.Jpeg && format != ImageFileFormat.WebP)
        {
            findings.Add($"OutputCompression is for JPEG and WebP, and OutputFormat is {format}.");
        }

        if (format != ImageFileFormat.Gif && (request.FrameCount is not null || request.FrameDuration is not null))
        {
            findings.Add("FrameCount and FrameDuration are only for GIF.");
        }

        if (format == ImageFileFormat.Gif && request.Size is { IsAuto: false } size
            && GifSheet.Check(size, request.FrameCount) is { } misfit)
        {
            findings.Add(misfit);
        }

        if (format != ImageFileFormat.Svg && request.Svg is not null)
        {
            findings.Add("Svg is only for OutputFormat SVG.");
        }

        if (format == ImageFileFormat.Svg && request.Count > 1)
        {
            findings.Add($"Count is {request.Count}, and SVG is made one at a time.");
        }
    }

    private static void CheckEdit(EditImageRequest request, ImageModelInfo info, ref AdviceBuilder findings)
    {
        if (info.MaxInputImages > 0 && request.Images.Count > info.MaxInputImages)
        {
            findings.Add($"there are {request.Images.Count} images, and the model takes {info.MaxInputImages}.");
        }

        if (request.InputFidelity is { } fidelity && info.InputFidelities is { } known && !known.Contains(fidelity))
        {
            findings.Add(known.Count == 0
                ? "InputFidelity must be left out."
                : $"InputFidelity is {fidelity}, and the model has {string.Join(", ", known)}.");
        }

        if (request is { Mask: not null } && request.OutputFormat == ImageFileFormat.Gif)
        {
            findings.Add("Mask cannot be used with GIF.");
        }
    }
}
