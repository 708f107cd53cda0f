namespace OpenAIImages;

/// <summary>The client cannot read the service's reply as a result.</summary>
/// <remarks>The call has succeeded for the service, and was most likely billed.</remarks>
public sealed class ImageDecodeException : ImageClientException
{
    /// <summary>Makes an exception with a message and the member at fault.</summary>
    /// <param name="message">The fault of the reply, in a sentence.</param>
    /// <param name="member">The member of the reply that is at fault, if there is one.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ImageDecodeException(string message, string? member = null, Exception? innerException = null)
        : base(message, innerException)
        => Member = member;

    /// <summary>Gets the member of the reply that is at fault, for example <c>data[0].b64_json</c>;
    /// <see langword="null"/> when the whole reply is at fault.</summary>
    public string? Member { get; }

    /// <summary>Gets the beginning of a reply that is not a result, if it is useful: the text of a server that answers
    /// in another format, or the task of a server that works in the background.</summary>
    /// <value>Up to 2,048 characters, without key and prompt; <see langword="null"/> by default.</value>
    public string? BodyExcerpt { get; init; }
}
