namespace System.Net.Http;

// This target speaks only HTTP/1.1, so nothing throws this exception.
internal sealed class NetworkProtocolException : IOException
{
    public long ErrorCode { get; }
}
