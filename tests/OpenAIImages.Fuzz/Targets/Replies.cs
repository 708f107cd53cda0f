using System.Net.Http.Headers;
using OpenAIImages.Decoders;

namespace OpenAIImages.Fuzz.Targets;

/// <summary>Makes an answered call whose reply has a given media type and length, and no body.</summary>
internal static class Replies
{
    private static readonly ImageClientOptions Options = new()
    {
        ApiKey = Secrets.Key,
        MaxReplyBytes = ImageClientOptions.MaxReplyBytesLimit,
    };

    public static AnsweredCall Describe(int count, string? mediaType, long? length = null)
    {
        var reply = new HttpResponseMessage();
        reply.Content.Headers.ContentType = mediaType is null ? null : new MediaTypeHeaderValue(mediaType);
        reply.Content.Headers.ContentLength = length;

        return new AnsweredCall
        {
            Reply = reply,
            Request = new GenerateImageRequest(Secrets.Prompt) { Count = count },
            Options = Options,
        };
    }
}
