namespace OpenAIImages.Decoders;

/// <summary>The kind of the next bytes of an event stream.</summary>
internal enum EventPart
{
    /// <summary>Too few bytes to decide.</summary>
    NeedsInput,

    /// <summary>Bytes that are not data: line ends, names of fields, comments.</summary>
    Framing,

    /// <summary>The start of another line of data. A line break separates the lines.</summary>
    LineBreak,

    /// <summary>Data of the event.</summary>
    Data,

    /// <summary>The blank line at the end of the event.</summary>
    End,
}
