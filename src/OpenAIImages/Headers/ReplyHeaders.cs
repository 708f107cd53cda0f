using System.Net.Http.Headers;

namespace OpenAIImages.Headers;

/// <summary>Reads single headers of a reply.</summary>
internal static class ReplyHeaders
{
    private static readonly string[] RequestIds =
        ["x-request-id", "apim-request-id", "x-ms-request-id", "x-oneapi-request-id"];

    public static string? RequestId(HttpResponseHeaders? headers)
    {
        foreach (var name in RequestIds)
        {
            if (First(headers, name) is { } id && !string.IsNullOrWhiteSpace(id))
            {
                return id;
            }
        }

        return null;
    }

    /// <summary>Gets the length of a body that is not compressed. The length of a compressed body differs from that of
    /// its content.</summary>
    public static long? PlainLength(HttpContentHeaders headers)
        => headers.NonValidated.Contains("Content-Encoding") ? null : headers.ContentLength;

    public static string? First(HttpResponseHeaders? headers, string name)
        => headers is not null && headers.NonValidated.TryGetValues(name, out var values) ? values.First() : null;
}
