namespace OpenAIImages.Decoders;

/// <summary>What an event of a stream is about.</summary>
internal enum EventKind
{
    /// <summary>Nothing that we know: newer than this package, or some server's own.</summary>
    Unknown,

    /// <summary>A picture that is not finished.</summary>
    Partial,

    /// <summary>A picture that is.</summary>
    Completed,

    /// <summary>One picture of several that came to nothing.</summary>
    Failed,

    /// <summary>A refusal.</summary>
    Error,
}
