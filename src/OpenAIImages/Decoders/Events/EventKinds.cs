namespace OpenAIImages.Decoders;

/// <summary>The names of events.</summary>
internal static class EventKinds
{
    public static EventKind Of(string? name) => name switch
    {
        "image_generation.partial_image" or "image_edit.partial_image" => EventKind.Partial,
        "image_generation.completed" or "image_edit.completed" => EventKind.Completed,

        // Volcengine: one of several pictures, and that one is finished.
        "image_generation.partial_succeeded" or "image_edit.partial_succeeded" => EventKind.Completed,
        "error" => EventKind.Error,
        _ => EventKind.Unknown,
    };
}
