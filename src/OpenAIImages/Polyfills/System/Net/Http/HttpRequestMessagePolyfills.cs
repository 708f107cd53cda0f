namespace System.Net.Http;

internal static class HttpRequestMessagePolyfills
{
    extension(HttpRequestMessage message)
    {
        public HttpRequestOptions Options => new(message.Properties!);
    }
}
