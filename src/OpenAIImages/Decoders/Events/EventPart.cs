namespace OpenAIImages.Decoders;

/// <summary>The kind of the next bytes of an event stream.</summary>
internal enum EventPart
{
    /// <summary>Too few bytes to tell.</summary>
    NeedsInput,

    /// <summary>Bytes that are not data: line ends, names of fields, comments.</summary>
    Framing,

    /// <summary>The start of another line of data. A line break stands between the lines.</summary>
    LineBreak,

    /// <summary>Data of the event.</summary>
    Data,

    /// <summary>The blank line that ends the event.</summary>
    End,
}
