namespace OpenAIImages.Decoders;

/// <summary>The names of events.</summary>
internal static class EventKinds
{
    /// <summary>The type of vLLM-Omni's chunks with an image.</summary>
    public const string Chunk = "image";

    public static EventKind Parse(string? name) => name switch
    {
        "image_generation.partial_image" or "image_edit.partial_image" => EventKind.Partial,
        "image_generation.completed" or "image_edit.completed" => EventKind.Completed,

        // Volcengine and MiniMax send these when one of several images is finished or has failed.
        not null when name.EndsWith(".partial_succeeded", StringComparison.Ordinal) => EventKind.Completed,
        not null when name.EndsWith(".partial_failed", StringComparison.Ordinal) => EventKind.Failed,

        // vLLM-Omni sends this chunk of an edit, which holds the image.
        Chunk => EventKind.Completed,
        "error" => EventKind.Error,
        _ => EventKind.Unknown,
    };
}
