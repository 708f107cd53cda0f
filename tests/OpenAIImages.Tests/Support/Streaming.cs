using System.Text;
using OpenAIImages.Decoders;

namespace OpenAIImages.Tests.Support;

/// <summary>Writes event streams, and decodes them without a network.</summary>
internal static class Streaming
{
    public const string Usage =
        """{"total_tokens":100,"input_tokens":50,"output_tokens":50,"input_tokens_details":{"text_tokens":10}}""";

    private const string Members =
        """
        "created_at":1620000000,"size":"1024x1024","quality":"high","background":"opaque","output_format":"png"
        """;

    public static string Partial(string base64, int index = 0, string operation = "image_generation")
        => Picture($"{operation}.partial_image", base64, $"\"partial_image_index\":{index}");

    public static string Completed(string base64, string operation = "image_generation")
        => Picture($"{operation}.completed", base64, $"\"usage\":{Usage}");

    public static string Event(string? name, string data)
        => (name is null ? "" : $"event: {name}\n") + $"data: {data.TrimEnd()}\n\n";

    public static Task<List<ImageStreamEvent>> DecodeAsync(
        string stream, IReadOnlyList<int>? pieces = null, ImageDestination? destination = null, int count = 1)
        => DecodeAsync(new PiecewiseStream(Encoding.UTF8.GetBytes(stream), pieces ?? []), destination, count);

    public static async Task<List<ImageStreamEvent>> DecodeAsync(
        Stream body, ImageDestination? destination = null, int count = 1)
    {
        using var decoder = new EventStreamDecoder(body, Decoding.FactsOf(count, destination));
        List<ImageStreamEvent> events = [];
        while (await decoder.ReadAsync(TestContext.Current.CancellationToken) is { } next)
        {
            events.Add(next);
        }

        return events;
    }

    /// <summary>Describes each event in one line: its kind and its picture or link.</summary>
    public static string[] Describe(IEnumerable<ImageStreamEvent> events)
        => [.. events.Select(item => item switch
        {
            PartialImageEvent partial =>
                $"partial {partial.PartialImageIndex} {Convert.ToBase64String(partial.Image.Bytes.Span)}",
            CompletedImageEvent { Image.Link: { } link } => $"completed {link}",
            CompletedImageEvent completed => $"completed {Convert.ToBase64String(completed.Image.Bytes.Span)}",
            _ => item.GetType().Name,
        })];

    private static string Picture(string type, string base64, string last)
        => Event(type, $$"""{"type":"{{type}}","b64_json":"{{base64}}",{{Members}},{{last}}}""");
}
