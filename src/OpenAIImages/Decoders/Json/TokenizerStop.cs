namespace OpenAIImages.Decoders;

/// <summary>The reason why a <see cref="ReplyTokenizer"/> stopped.</summary>
internal enum TokenizerStop
{
    /// <summary>The tokenizer needs more of the reply.</summary>
    NeedsInput,

    /// <summary>The base64 of the current image begins, directly after its opening quote.</summary>
    AtBase64,

    /// <summary>A list of images begins; its opening bracket is next.</summary>
    AtImages,

    /// <summary>The document has ended.</summary>
    Ended,
}
