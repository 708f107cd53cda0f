using System.Text;
using OpenAIImages.Decoders;

namespace OpenAIImages.Tests.Support;

/// <summary>Decodes replies without a network.</summary>
internal static class Decoding
{
    private static readonly ImageClientOptions Options =
        new() { MaxReplyBytes = ImageClientOptions.MaxReplyBytesLimit };

    public static async Task<ImageResult> DecodeAsync(
        byte[] body,
        IReadOnlyList<int>? pieces = null,
        ImageDestination? destination = null,
        int count = 1,
        bool withLength = false)
    {
        var facts = FactsOf(count, destination);
        if (withLength)
        {
            facts.Reply.Content.Headers.ContentLength = body.Length;
        }

        using var buffer = new ByteWindow(new PiecewiseStream(body, pieces ?? []), facts.Limit);

        return await ResultDecoder.DecodeAsync(buffer, facts, TestContext.Current.CancellationToken);
    }

    public static Task<ImageResult> DecodeAsync(string body, IReadOnlyList<int>? pieces = null)
        => DecodeAsync(Encoding.UTF8.GetBytes(body), pieces);

    /// <summary>Makes the facts of a reply without headers.</summary>
    public static AnsweredCall FactsOf(int count = 1, ImageDestination? destination = null) => new()
    {
        Reply = new HttpResponseMessage(),
        Request = new GenerateImageRequest("a kingfisher at dawn") { Count = count },
        Options = Options,
        Destination = destination,
    };
}
