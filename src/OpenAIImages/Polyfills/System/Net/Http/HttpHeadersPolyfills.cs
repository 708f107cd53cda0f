using System.Net.Http.Headers;

namespace System.Net.Http;

internal static class HttpHeadersPolyfills
{
    extension(HttpHeaders headers)
    {
        public HttpHeaders NonValidated => headers;
    }
}
