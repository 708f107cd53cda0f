namespace OpenAIImages.Decoders;

/// <summary>Why <see cref="Base64Decoder"/> stopped.</summary>
internal enum Base64Step
{
    /// <summary>It needs more of the reply.</summary>
    NeedsInput,

    /// <summary>It needs room for the image.</summary>
    NeedsRoom,

    /// <summary>It has read the string and its closing quote.</summary>
    Ended,
}
