namespace OpenAIImages.Decoders;

/// <summary>The kind of an event of a stream.</summary>
internal enum EventKind
{
    /// <summary>A kind that this package does not know: a newer kind, or the kind of another server.</summary>
    Unknown,

    /// <summary>A preview of an image.</summary>
    Partial,

    /// <summary>A finished image.</summary>
    Completed,

    /// <summary>One image of several that failed.</summary>
    Failed,

    /// <summary>An error of the whole call.</summary>
    Error,
}
