using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Models;
using OpenAIImages.Emulator.Parameters;
using OpenAIImages.Emulator.Pictures;

namespace OpenAIImages.Emulator.Jobs;

/// <summary>Reads the fields of a request into a job, as strictly as the service does.</summary>
/// <remarks>
/// <para><b>Takes</b> the fields of a form or of a JSON body.</para>
/// <para><b>Gives</b> a job that can be painted.</para>
/// <para><b>Fails</b> with <see cref="ApiException"/> at the first fault, in the order of the service: names that the
/// model does not know, the prompt, the pictures of an edit, n, quality, compression, size, the other fields, and last
/// the combinations of fields.</para>
/// </remarks>
internal static class ImageJobReader
{
    /// <param name="fields">The fields of the request.</param>
    /// <param name="model">The model of the request.</param>
    /// <param name="known">The fields that the operation has with this model; <see langword="null"/> for any.</param>
    /// <param name="files">The files of an edit; <see langword="null"/> for a generation.</param>
    public static ImageJob Read(
        ParameterSet fields, ModelRules model, IReadOnlySet<string>? known, InputReader? files = null)
    {
        ParameterNames.Check(fields, known);
        var prompt = ReadPrompt(fields, model);
        files?.CheckImages(model.Inputs.MaxCount);
        var count = fields.Integer("n", 1, model.MaxCount) ?? 1;
        var quality = fields.Choice("quality", model.Qualities);
        var compression = fields.Integer("output_compression", 0, 100);
        var size = model.Sizes.Read(fields.Text("size"), FormatRules.FramesAsked(fields, model));
        var background = fields.Choice("background", ["transparent", "opaque", "auto"]);
        var format = fields.Choice("output_format", model.Formats) ?? "png";
        var delivery = fields.Choice("response_format", ["url", "b64_json"]);
        var streams = fields.Switch("stream") ?? false;
        var partialImages = fields.Integer("partial_images", 0, 3) ?? 0;
        var identifier = ReadIdentifier(fields);
        CheckWhatPaintingIgnores(fields);
        FormatRules.CheckFields(fields);
        files?.CheckOverlays();
        FormatRules.Check(fields, format, compression, count);
        CheckStreaming(streams, partialImages, delivery);

        return new ImageJob
        {
            Model = model,
            Prompt = prompt,
            Count = count,
            Size = size,
            Quality = quality is null or "auto" ? model.DefaultQuality : quality,
            Transparent = background == "transparent",
            Format = PictureFormats.Find(format) ?? throw Refusals.Unsupported(
                "output_format", $"The '{format}' output format is not available to this project."),
            FrameCount = FormatRules.FramesAsked(fields, model),
            FrameDuration = FormatRules.FrameDuration(fields),
            Author = SvgAuthor.Read(fields),
            Compression = compression ?? 100,
            AsLinks = delivery is null ? model.LinksByDefault : delivery == "url",
            Streams = streams,
            PartialImages = partialImages,
            SafetyIdentifier = identifier,
        };
    }

    private static string ReadPrompt(ParameterSet fields, ModelRules model)
    {
        var prompt = fields.TextUnlessAbsent("prompt") ?? throw Refusals.Missing("prompt");
        if (prompt.Length == 0)
        {
            throw Refusals.Empty("prompt");
        }

        // The length counts Unicode characters and not UTF-16 units: an emoji counts as one.
        var length = prompt.EnumerateRunes().Count();

        return length <= model.MaxPromptLength
            ? prompt
            : throw Refusals.TooLong("prompt", model.MaxPromptLength, length);
    }

    private static void CheckWhatPaintingIgnores(ParameterSet fields)
    {
        fields.Text("input_fidelity");
        fields.Choice("moderation", ["auto", "low"]);
        fields.Choice("complexity", ["low", "medium", "high"]);
        fields.Choice("style", ["vivid", "natural"]);
    }

    private static void CheckStreaming(bool streams, int partialImages, string? delivery)
    {
        if (streams && delivery == "url")
        {
            throw Refusals.InvalidValue(
                "response_format", "'response_format' must be 'b64_json' when 'stream' is true.");
        }

        if (!streams && partialImages > 0)
        {
            throw Refusals.InvalidValue(
                "partial_images", "'partial_images' is only supported when 'stream' is true.");
        }
    }

    // "user" may be of any type, as in the service. The reply repeats only text.
    private static string? ReadIdentifier(ParameterSet fields)
        => fields.Text("safety_identifier") is { Length: > 0 } identifier ? identifier
            : fields.Given("user") is { Kind: ParameterKind.String or ParameterKind.FormText, Text.Length: > 0 } user
                ? user.Text
            : null;
}
