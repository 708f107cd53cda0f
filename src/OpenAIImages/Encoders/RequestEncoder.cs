using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenAIImages.Encoders;

/// <summary>Turns a request into HTTP content.</summary>
/// <remarks>
/// <para><b>Gives</b> content of a known length that can be sent again.</para>
/// <para><b>Memory.</b> One array of the body's size; the buffer it is written in is pooled. The array itself is not:
/// a transport may still read it after a call was cancelled, and a buffer handed out twice would show one caller's
/// prompt to another.</para>
/// </remarks>
internal static class RequestEncoder
{
    // The body is no HTML: left relaxed, Chinese stays Chinese and takes half the bytes of \u escapes.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public static HttpContent Encode(GenerateImageRequest request, bool stream = false)
    {
        using var buffer = new PooledBuffer();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            RequestFields.Write(request, new JsonFieldWriter(writer), stream);
            writer.WriteEndObject();
        }

        return new ByteArrayContent(buffer.Written.ToArray()) { Headers = { ContentType = Json } };
    }
}
