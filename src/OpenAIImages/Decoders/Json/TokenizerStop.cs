namespace OpenAIImages.Decoders;

/// <summary>Why <see cref="ResultTokenizer"/> stopped.</summary>
internal enum TokenizerStop
{
    /// <summary>It wants more of the reply.</summary>
    NeedsInput,

    /// <summary>The base64 of the current image begins, right behind its opening quote.</summary>
    AtBase64,

    /// <summary>A list of images begins, with its opening bracket.</summary>
    AtImages,

    /// <summary>The document has ended.</summary>
    Ended,
}
