using System.Diagnostics.CodeAnalysis;

namespace System.Net.Http;

/// <summary>Returns that the kind of fault is unknown: on this target the exception does not have it.</summary>
internal static class HttpRequestExceptionPolyfills
{
    extension(HttpRequestException e)
    {
        [SuppressMessage("Performance", "CA1822", Justification = "Later platforms ask the exception.")]
        public HttpRequestError HttpRequestError => HttpRequestError.Unknown;
    }
}
