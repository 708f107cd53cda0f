namespace OpenAIImages.Encoders;

/// <summary>A request as HTTP content.</summary>
/// <param name="Content">The content.</param>
/// <param name="CanBeSentAgain">Whether the content can be sent more than once.</param>
internal readonly record struct EncodedRequest(HttpContent Content, bool CanBeSentAgain);
