using System.Text;
using OpenAIImages.Decoders;

namespace OpenAIImages.Tests.Support;

/// <summary>Decodes bodies without a network.</summary>
internal static class Decoding
{
    public static ErrorContext Context { get; } = new(TimeProvider.System);

    public static async Task<ImageResult> DecodeAsync(
        byte[] body,
        IReadOnlyList<int>? pieces = null,
        ImageDestination? destination = null,
        int count = 1,
        bool withLength = false)
    {
        var facts = new ReplyFacts
        {
            Count = count,
            Length = withLength ? body.Length : null,
            Destination = destination,
            ErrorContext = Context,
        };
        using var buffer = new ReplyBuffer(new PiecewiseStream(body, pieces ?? []), facts.Limit);

        return await ResultDecoder.DecodeAsync(buffer, facts, TestContext.Current.CancellationToken);
    }

    public static Task<ImageResult> DecodeAsync(string body, IReadOnlyList<int>? pieces = null)
        => DecodeAsync(Encoding.UTF8.GetBytes(body), pieces);
}
