namespace System.Net.Http;

/// <summary>Takes the place of an exception of later platforms. Nothing throws this one.</summary>
internal sealed class NetworkReadException : IOException
{
    public HttpRequestError HttpRequestError { get; } = HttpRequestError.Unknown;
}
