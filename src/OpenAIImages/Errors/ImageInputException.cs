namespace OpenAIImages;

/// <summary>An image that was to be sent cannot be read, or cannot be sent as it is.</summary>
/// <remarks>A fault on this side, found before anything was sent and so before anything was billed.</remarks>
public sealed class ImageInputException : ImageClientException
{
    internal ImageInputException(string input, string reason, Exception? innerException = null)
        : base($"The image {input} cannot be sent: {reason}", innerException)
        => Input = input;

    /// <summary>Gets which input it is: <c>image[0]</c>, <c>mask</c>, the name of a file, or <c>the
    /// stream</c>.</summary>
    public string Input { get; }
}
