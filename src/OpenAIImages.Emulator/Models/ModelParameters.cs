namespace OpenAIImages.Emulator.Models;

/// <summary>The fields of a request, by the generation of the model.</summary>
internal static class ModelParameters
{
    private static readonly string[] Basic = ["prompt", "model", "n", "size", "quality", "user", "safety_identifier"];

    private static readonly string[] Gpt =
    [
        .. Basic, "background", "output_format", "output_compression", "moderation", "stream", "partial_images",
        "frame_count", "frame_duration_ms", "svg", "svg.model", "svg.reasoning", "svg.reasoning.effort",
    ];

    // A form has "image", and JSON has "images".
    private static readonly string[] Edited = ["image", "images", "mask"];

    public static IReadOnlySet<string> DallE2 { get; } = Set([.. Basic, "response_format"]);

    public static IReadOnlySet<string> DallE3 { get; } = Set([.. Basic, "response_format", "style"]);

    public static IReadOnlySet<string> DallE2Edits { get; } = Set([.. Basic, .. Edited, "response_format"]);

    public static IReadOnlySet<string> Variations { get; } =
        Set(["image", "model", "n", "size", "response_format", "user"]);

    public static IReadOnlySet<string> GptImage1 { get; } = Set(Gpt);

    // Only gpt-image-1 is documented to reject "complexity". The emulator accepts it for models without documentation.
    public static IReadOnlySet<string> GptImage { get; } = Set([.. Gpt, "complexity"]);

    public static IReadOnlySet<string> GptImage1Edits { get; } = Set([.. Gpt, .. Edited, "input_fidelity"]);

    public static IReadOnlySet<string> GptImageEdits { get; } =
        Set([.. Gpt, .. Edited, "input_fidelity", "complexity", "markup"]);

    private static readonly HashSet<string> All =
        [.. DallE3, .. GptImageEdits, "image[]"];

    /// <summary>Returns whether any OpenAI model knows a field.</summary>
    public static bool IsKnown(string path) => All.Contains(path);

    private static HashSet<string> Set(string[] names) => new(names, StringComparer.Ordinal);
}
