namespace OpenAIImages;

/// <summary>The service replied with something that cannot be read as a result.</summary>
/// <remarks>The call succeeded as far as the service is concerned: it has most likely been billed.</remarks>
public sealed class ImageDecodeException : ImageClientException
{
    /// <summary>Says what cannot be read.</summary>
    /// <param name="message">What is wrong with the reply, in a sentence.</param>
    /// <param name="member">The member of the reply at fault, if it is one.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ImageDecodeException(string message, string? member = null, Exception? innerException = null)
        : base(message, innerException)
        => Member = member;

    /// <summary>Gets the member of the reply at fault, for example <c>data[0].b64_json</c>; <see langword="null"/>
    /// when it is the reply as a whole.</summary>
    public string? Member { get; }

    /// <summary>Gets the beginning of what came instead of a result, where that tells something: the words of a server
    /// that answers otherwise, or the task of one that works in the background.</summary>
    /// <value>Up to 2,048 characters, without key and prompt; <see langword="null"/> by default.</value>
    public string? BodyExcerpt { get; init; }
}
