namespace OpenAIImages.Decoders;

/// <summary>Why <see cref="Base64Decoder"/> stopped.</summary>
internal enum Base64Step
{
    /// <summary>It wants more of the reply.</summary>
    NeedsInput,

    /// <summary>It wants room for the picture.</summary>
    NeedsRoom,

    /// <summary>The string has ended, its closing quote included.</summary>
    Ended,
}
