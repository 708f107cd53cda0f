namespace System.Net.Http;

/// <summary>Stands for the exception that later platforms throw; nothing throws this one.</summary>
internal sealed class NetworkReadException : IOException
{
    public HttpRequestError HttpRequestError { get; } = HttpRequestError.Unknown;
}
