namespace System.Net.Http;

// The platform speaks HTTP/1.1 alone there and throws none.
internal sealed class NetworkProtocolException : IOException
{
    public long ErrorCode { get; }
}
