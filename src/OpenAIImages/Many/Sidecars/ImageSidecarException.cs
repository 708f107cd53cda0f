namespace OpenAIImages;

/// <summary>The exception when a sidecar cannot be written or read. The image itself is not harmed.</summary>
public sealed class ImageSidecarException : ImageClientException
{
    /// <summary>Names the file at fault and the reason.</summary>
    /// <param name="path">The full path of the sidecar.</param>
    /// <param name="reason">The reason why the sidecar cannot be written or read, in a sentence.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is blank.</exception>
    public ImageSidecarException(string path, string reason, Exception? innerException = null)
        : base($"The sidecar {path} cannot be used: {reason}", innerException)
        => Path = Guard.NotBlank(path);

    /// <summary>Gets the full path of the sidecar.</summary>
    public string Path { get; }
}
