namespace OpenAIImages.Decoders;

/// <summary>Why <see cref="ResultTokenizer"/> stopped.</summary>
internal enum ResultStep
{
    /// <summary>It wants more of the reply.</summary>
    NeedsInput,

    /// <summary>The base64 of the current image begins, right behind its opening quote.</summary>
    AtPicture,

    /// <summary>A list of images begins, with its opening bracket.</summary>
    AtImages,

    /// <summary>The document has ended.</summary>
    Ended,
}
