namespace OpenAIImages;

/// <summary>A call for images failed. The base of everything this package throws, apart from argument errors and
/// cancellation.</summary>
/// <remarks>
/// No message holds the API key, the prompt or an image, so these exceptions may be logged whole.
/// </remarks>
public abstract class ImageClientException : Exception
{
    private protected ImageClientException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
