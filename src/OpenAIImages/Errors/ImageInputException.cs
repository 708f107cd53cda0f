namespace OpenAIImages;

/// <summary>An input image cannot be read, or cannot be sent as it is.</summary>
/// <remarks>The fault is on this side. It was found before the request was wholly sent, so nothing was
/// billed.</remarks>
public sealed class ImageInputException : ImageClientException
{
    /// <summary>Says which image cannot be sent, and why.</summary>
    /// <param name="input"><c>image[0]</c>, <c>mask</c>, the name of a file, or <c>the stream</c>.</param>
    /// <param name="reason">Why it cannot be sent, in a sentence.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ImageInputException(string input, string reason, Exception? innerException = null)
        : base($"The image {input} cannot be sent: {reason}", innerException)
        => Input = input;

    /// <summary>Says which image cannot be sent, by its index and by the name of its file.</summary>
    internal ImageInputException(string input, ImageInput image, string reason)
        : base($"The image {input}{(image.FileName.Length > 0 ? $" ({image.FileName})" : "")} cannot be sent: {reason}")
        => Input = input;

    /// <summary>Gets the input at fault: <c>image[0]</c>, <c>mask</c>, the name of a file, or <c>the
    /// stream</c>.</summary>
    public string Input { get; }
}
