namespace OpenAIImages;

/// <summary>An input image cannot be read, or cannot be sent as it is.</summary>
/// <remarks>The fault is on this side. The client found it before the request was wholly sent, so nothing was
/// billed.</remarks>
public sealed class ImageInputException : ImageClientException
{
    /// <summary>Makes an exception with the image and the reason.</summary>
    /// <param name="input"><c>image[0]</c>, <c>mask</c>, the name of a file, or <c>the stream</c>.</param>
    /// <param name="reason">The reason why the image cannot be sent, in a sentence.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ImageInputException(string input, string reason, Exception? innerException = null)
        : base($"The image {input} cannot be sent: {reason}", innerException)
        => Input = input;

    /// <summary>Makes an exception with the index of the image, the name of its file and the reason.</summary>
    internal ImageInputException(string input, ImageInput image, string reason)
        : base($"The image {input}{(image.FileName.Length > 0 ? $" ({image.FileName})" : "")} cannot be sent: {reason}")
        => Input = input;

    /// <summary>Gets the input at fault: <c>image[0]</c>, <c>mask</c>, the name of a file, or <c>the
    /// stream</c>.</summary>
    public string Input { get; }
}
