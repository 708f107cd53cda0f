namespace System.Net.Http;

/// <summary>An <see cref="HttpRequestException"/> with a kind of fault, as later platforms have it.</summary>
internal sealed class NetworkException(HttpRequestError kind, string message, Exception? innerException)
    : HttpRequestException(message, innerException)
{
    public HttpRequestError HttpRequestError { get; } = kind;
}
