namespace OpenAIImages.Decoders;

/// <summary>What <see cref="EventFraming"/> found at the front of what it was shown.</summary>
internal enum EventPart
{
    /// <summary>Too little to tell.</summary>
    NeedsInput,

    /// <summary>Something that is no data.</summary>
    Framing,

    /// <summary>The beginning of a further line of data, which a line break parts from the one before.</summary>
    LineBreak,

    /// <summary>Data of the event.</summary>
    Data,

    /// <summary>The blank line that ends the event.</summary>
    End,
}
