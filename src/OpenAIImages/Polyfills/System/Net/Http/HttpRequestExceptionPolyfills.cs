using System.Diagnostics.CodeAnalysis;

namespace System.Net.Http;

/// <summary>Says that nothing is known of the kind of a fault: the exception does not tell.</summary>
internal static class HttpRequestExceptionPolyfills
{
    extension(HttpRequestException e)
    {
        [SuppressMessage("Performance", "CA1822", Justification = "Later platforms ask the exception.")]
        public HttpRequestError HttpRequestError => HttpRequestError.Unknown;
    }
}
