namespace OpenAIImages;

/// <summary>The service replied with something that cannot be read as a result.</summary>
/// <remarks>For the service the call has succeeded, and it was most likely billed.</remarks>
public sealed class ImageDecodeException : ImageClientException
{
    /// <summary>Says what cannot be read.</summary>
    /// <param name="message">What is wrong with the reply, in a sentence.</param>
    /// <param name="member">The member of the reply that is at fault, if it is a member.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ImageDecodeException(string message, string? member = null, Exception? innerException = null)
        : base(message, innerException)
        => Member = member;

    /// <summary>Gets the member of the reply that is at fault, for example <c>data[0].b64_json</c>;
    /// <see langword="null"/> when the whole reply is at fault.</summary>
    public string? Member { get; }

    /// <summary>Gets the beginning of what came instead of a result, where it helps: the text of a server that answers
    /// in another format, or the task of a server that works in the background.</summary>
    /// <value>Up to 2,048 characters, without key and prompt; <see langword="null"/> by default.</value>
    public string? BodyExcerpt { get; init; }
}
