namespace OpenAIImages;

/// <summary>An image could not be put where the caller wants it.</summary>
/// <remarks>
/// A fault on this side: a directory that does not exist or may not be written to, a full disk, a stream that failed.
/// Directories and files are tried before anything is sent, so that most such faults cost nothing; where one comes
/// later, <see cref="ImageClientException.MayHaveBeenBilled"/> says so.
/// </remarks>
public sealed class ImageDestinationException : ImageClientException
{
    /// <summary>Says where the image was to go, and why it cannot.</summary>
    /// <param name="destination">The full path of a file or directory, or <c>the stream</c>.</param>
    /// <param name="reason">Why it cannot be written, in a sentence.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ImageDestinationException(string destination, string reason, Exception? innerException = null)
        : base($"The image cannot be written to {destination}: {reason}", innerException)
        => Destination = destination;

    /// <summary>Gets where the image was to go: the full path of a file or directory, or <c>the stream</c>.</summary>
    public string Destination { get; }
}
