namespace OpenAIImages;

/// <summary>An image could not be written to its destination.</summary>
/// <remarks>
/// The fault is on this side: a directory that does not exist or may not be written to, a full disk, a stream that
/// failed. The client tests directories and files before it sends anything, so most such faults cost nothing. For a
/// later fault, <see cref="ImageClientException.MayHaveBeenBilled"/> says whether the image may cost money.
/// </remarks>
public sealed class ImageDestinationException : ImageClientException
{
    /// <summary>Makes an exception with the destination and the reason.</summary>
    /// <param name="destination">The full path of a file or directory, or <c>the stream</c>.</param>
    /// <param name="reason">The reason why the image cannot be written, in a sentence.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ImageDestinationException(string destination, string reason, Exception? innerException = null)
        : base($"The image cannot be written to {destination}: {reason}", innerException)
        => Destination = destination;

    /// <summary>Gets the destination: the full path of a file or directory, or <c>the stream</c>.</summary>
    public string Destination { get; }
}
