using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Models;
using OpenAIImages.Emulator.Pictures;

namespace OpenAIImages.Emulator.Protocol;

/// <summary>Reads the fields of a request into a job, as strictly as the service does.</summary>
/// <remarks>
/// <para><b>Takes</b> the fields, from either form of body.</para>
/// <para><b>Gives</b> a job that can be painted.</para>
/// <para><b>Fails</b> with <see cref="ApiException"/> at the first fault, in this order: names that the model
/// does not know, the prompt, the other fields one by one, fields that do not go together.</para>
/// </remarks>
internal static class ImageJobReader
{
    /// <param name="fields">The fields of the request.</param>
    /// <param name="model">The model it is for.</param>
    /// <param name="known">The fields the operation has with this model; <see langword="null"/> for any.</param>
    public static ImageJob Read(ParameterSet fields, ModelRules model, IReadOnlySet<string>? known)
    {
        ParameterNames.Check(fields, known);
        var prompt = ReadPrompt(fields, model);
        var count = fields.Integer("n", 1, model.MaxCount) ?? 1;
        var size = model.Sizes.Read(fields.Text("size"));
        var quality = fields.Choice("quality", model.Qualities);
        var background = fields.Choice("background", ["transparent", "opaque", "auto"]);
        var format = fields.Choice("output_format", model.Formats) ?? "png";
        var compression = fields.Integer("output_compression", 0, 100);
        var delivery = fields.Choice("response_format", ["url", "b64_json"]);
        CheckWhatPaintingIgnores(fields);
        FormatRules.Check(fields, format, compression, count);
        var (streams, partialImages) = ReadStreaming(fields, delivery);

        return new ImageJob
        {
            Model = model,
            Prompt = prompt,
            Count = count,
            Size = size,
            Quality = quality is null or "auto" ? model.DefaultQuality : quality,
            Transparent = background == "transparent",
            Format = PictureFormats.Find(format) ?? throw FormatRules.NotAvailable(format),
            Compression = compression ?? 100,
            AsLinks = delivery is null ? model.LinksByDefault : delivery == "url",
            Streams = streams,
            PartialImages = partialImages,
            SafetyIdentifier = ReadIdentifier(fields),
        };
    }

    private static string ReadPrompt(ParameterSet fields, ModelRules model)
    {
        var prompt = fields.Text("prompt") ?? throw Refusals.Missing("prompt");
        if (string.IsNullOrWhiteSpace(prompt))
        {
            throw Refusals.Empty("prompt");
        }

        // In characters as people count them, not in UTF-16: an emoji is one.
        var length = prompt.EnumerateRunes().Count();

        return length <= model.MaxPromptLength
            ? prompt
            : throw Refusals.TooLong("prompt", model.MaxPromptLength, length);
    }

    private static void CheckWhatPaintingIgnores(ParameterSet fields)
    {
        fields.Choice("moderation", ["auto", "low"]);
        fields.Choice("complexity", ["low", "medium", "high"]);
        fields.Choice("style", ["vivid", "natural"]);
    }

    private static (bool Streams, int PartialImages) ReadStreaming(ParameterSet fields, string? delivery)
    {
        var partialImages = fields.Integer("partial_images", 0, 3) ?? 0;
        var streams = fields.Switch("stream") ?? false;
        if (streams && delivery == "url")
        {
            throw Refusals.InvalidValue(
                "response_format", "'response_format' must be 'b64_json' when 'stream' is true.");
        }

        return streams || partialImages == 0
            ? (streams, partialImages)
            : throw Refusals.InvalidValue(
                "partial_images", "'partial_images' is only supported when 'stream' is true.");
    }

    private static string? ReadIdentifier(ParameterSet fields)
    {
        var user = fields.Text("user");

        return fields.Text("safety_identifier") is { Length: > 0 } identifier ? identifier
            : string.IsNullOrEmpty(user) ? null
            : user;
    }
}
