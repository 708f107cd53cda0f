namespace OpenAIImages;

/// <summary>The service replied with something that cannot be read as a result.</summary>
/// <remarks>The call succeeded as far as the service is concerned: it has most likely been billed.</remarks>
public sealed class ImageDecodeException : ImageClientException
{
    internal ImageDecodeException(string message, string? member = null, Exception? innerException = null)
        : base(message, innerException)
        => Member = member;

    /// <summary>Gets the member of the reply at fault, for example <c>data[0].b64_json</c>; <see langword="null"/>
    /// when it is the reply as a whole.</summary>
    public string? Member { get; }
}
