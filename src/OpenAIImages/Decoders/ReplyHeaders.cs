using System.Net.Http.Headers;

namespace OpenAIImages.Decoders;

/// <summary>Reads single headers of a reply.</summary>
internal static class ReplyHeaders
{
    private static readonly string[] RequestIds = ["x-request-id", "apim-request-id", "x-ms-request-id"];

    public static string? RequestId(HttpResponseHeaders? headers)
        => RequestIds.Select(name => First(headers, name)).FirstOrDefault(id => !string.IsNullOrWhiteSpace(id));

    public static string? First(HttpResponseHeaders? headers, string name)
        => headers is not null && headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
