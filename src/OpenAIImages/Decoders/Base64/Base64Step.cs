namespace OpenAIImages.Decoders;

/// <summary>The reason why <see cref="Base64Decoder"/> stopped.</summary>
internal enum Base64Step
{
    /// <summary>The decoder needs more of the reply.</summary>
    NeedsInput,

    /// <summary>The decoder needs room for the image.</summary>
    NeedsRoom,

    /// <summary>The decoder has read the string and its closing quote.</summary>
    Ended,
}
