namespace OpenAIImages;

/// <summary>The file that tells what made an image cannot be written or read. The image itself is not harmed.</summary>
public sealed class ImageSidecarException : ImageClientException
{
    /// <summary>Says which file is at fault, and why.</summary>
    /// <param name="path">The full path of the sidecar.</param>
    /// <param name="reason">Why it cannot be written or read, in a sentence.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is blank.</exception>
    public ImageSidecarException(string path, string reason, Exception? innerException = null)
        : base($"The sidecar {path} cannot be used: {reason}", innerException)
        => Path = Guard.NotBlank(path);

    /// <summary>Gets the full path of the sidecar.</summary>
    public string Path { get; }
}
