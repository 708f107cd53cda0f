namespace OpenAIImages.Decoders;

/// <summary>The names of events.</summary>
internal static class EventKinds
{
    /// <summary>The type of vLLM-Omni's chunks that hold a picture.</summary>
    public const string Chunk = "image";

    public static EventKind Parse(string? name) => name switch
    {
        "image_generation.partial_image" or "image_edit.partial_image" => EventKind.Partial,
        "image_generation.completed" or "image_edit.completed" => EventKind.Completed,

        // Volcengine, MiniMax: one of several pictures, and that one is finished, or has come to nothing.
        not null when name.EndsWith(".partial_succeeded", StringComparison.Ordinal) => EventKind.Completed,
        not null when name.EndsWith(".partial_failed", StringComparison.Ordinal) => EventKind.Failed,

        // vLLM-Omni: the chunk of an edit that holds the picture.
        Chunk => EventKind.Completed,
        "error" => EventKind.Error,
        _ => EventKind.Unknown,
    };
}
