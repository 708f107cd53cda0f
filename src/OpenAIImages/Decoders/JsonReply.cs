using System.Text.Json;
using OpenAIImages.Bytes;
using OpenAIImages.ErrorReplies;

namespace OpenAIImages.Decoders;

/// <summary>Reads a reply without an image as one JSON value.</summary>
/// <remarks><b>Fails</b> with <see cref="ImageDecodeException"/>, and with <see cref="ImageApiException"/> if the reply
/// is an error.</remarks>
internal static class JsonReply
{
    private const int LargestReply = ReplyTokenizer.MaxNonImageBytes;

    /// <summary>Reads a reply of up to 4 MiB: a list of a thousand models or files has 300 KB.</summary>
    public static async ValueTask<JsonElement> ReadAsync(
        ReplyBuffer body, HttpResponseMessage reply, ErrorContext context, CancellationToken cancellationToken)
    {
        while (!body.IsComplete)
        {
            if (body.Unread.Length > LargestReply)
            {
                throw new ImageDecodeException($"The reply is larger than {LargestReply} bytes.");
            }

            await body.FillAsync(cancellationToken).ConfigureAwait(false);
        }

        BodySniffer.EnsureNotWebPage(body.Unread, reply.Content.Headers.ContentType?.MediaType);
        var json = Parse(body.Unread);

        return json.ValueKind == JsonValueKind.Object
            && json.TryGetProperty("error", out var error)
            && error.ValueKind != JsonValueKind.Null
                ? throw ErrorDecoder.Decode(body.Unread, reply.StatusCode, reply.Headers, context)
                : json;
    }

    private static JsonElement Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(JsonTextRepair.Repair(body));

            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException e)
        {
            throw new ImageDecodeException("The reply is not JSON.", innerException: e);
        }
    }
}
