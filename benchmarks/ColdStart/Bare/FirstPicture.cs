using System.Net.Http.Headers;

namespace OpenAIImages.ColdStart;

internal static class FirstPicture
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private static ReadOnlySpan<byte> Request => """{"prompt":"a red fox in the snow","model":"gpt-image-2"}"""u8;

    /// <summary>Fetches a reply, parses nothing, and returns its length: the cost of HTTP alone.</summary>
    public static async Task<long> FetchAsync(Uri endpoint)
    {
        using var http = new HttpClient();
        using var content = new ByteArrayContent(Request.ToArray()) { Headers = { ContentType = Json } };
        using var reply = await http.PostAsync(new Uri(endpoint, "images/generations"), content);
        var body = await reply.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();

        return body.Length;
    }
}
