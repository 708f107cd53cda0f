namespace OpenAIImages;

/// <summary>The service does not accept the API key, or not for this model, organization or country.</summary>
/// <remarks>
/// Status 401 or 403, or a code that says so. Repeating the call cannot help; another key or another setting
/// may.
/// </remarks>
public sealed class ImageAuthenticationException : ImageApiException
{
    internal ImageAuthenticationException(Facts facts)
        : base(facts)
    {
    }
}
