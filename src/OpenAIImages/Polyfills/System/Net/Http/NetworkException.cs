namespace System.Net.Http;

/// <summary>Gives the constructor with a kind of fault, which later platforms have.</summary>
internal sealed class NetworkException(HttpRequestError kind, string message, Exception? innerException)
    : HttpRequestException(message, innerException)
{
    public HttpRequestError HttpRequestError { get; } = kind;
}
