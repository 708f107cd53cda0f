namespace OpenAIImages.Encoders;

/// <summary>A request as HTTP content.</summary>
/// <param name="Content">The content.</param>
/// <param name="CanBeSentAgain">Whether all of it can be read once more.</param>
internal readonly record struct EncodedRequest(HttpContent Content, bool CanBeSentAgain);
