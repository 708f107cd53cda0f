using System.Net;
using System.Net.Http.Headers;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Decoders;

/// <summary>The client stops reading endless replies at a limit, and needs a bounded amount of memory.</summary>
/// <remarks>The tests count all bytes that the process allocates, and not only the peak. No other test runs beside
/// them.</remarks>
[Collection(nameof(Alone))]
public sealed class LimitsTests
{
    private const int MiB = 1024 * 1024;

    private const string Picture = "{\"created\":1,\"data\":[{\"b64_json\":\"";
    private const string Event = "data: {\"type\":\"image_generation.partial_image\",\"b64_json\":\"QUJD\"}\n\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_that_announces_a_gigabyte_is_not_read()
    {
        var body = EndlessStream.Of(Picture, "QUJD");

        var refused = await Assert.ThrowsAsync<ImageDecodeException>(() => GenerateAsync(body, length: 1L << 30));

        Assert.Contains("MaxReplyBytes", refused.Message);
        Assert.Equal(0, body.Sent);
    }

    [Theory]
    [InlineData(Picture, "QUJD")]
    [InlineData("{\"data\":[", "{\"b64_json\":\"QUJD\"},")]
    [InlineData("{", "\"data\":[{\"b64_json\":\"QUJDQUJD\"}],")]
    [InlineData("\u0089", "PNG")]
    public async Task An_endless_reply_stops_at_MaxReplyBytes(string beginning, string piece)
    {
        var body = EndlessStream.Of(beginning, piece);

        var allocated = await MeasureAsync(() => Assert.ThrowsAsync<ImageDecodeException>(
            () => GenerateAsync(body, mediaType: beginning[0] == '{' ? "application/json" : "image/png")));

        Assert.InRange(body.Sent, 0, 9 * MiB);
        Assert.InRange(allocated, 0, 128 * MiB);
    }

    [Fact]
    public async Task The_default_limit_is_512_MiB_and_a_destination_needs_no_memory()
    {
        var body = EndlessStream.Of(Picture, "QUJD");

        var allocated = await MeasureAsync(async () =>
        {
            var refused = await Assert.ThrowsAsync<ImageDecodeException>(
                () => GenerateAsync(body, limit: null, ImageDestination.Create((_, _) => new(Stream.Null))));
            Assert.Contains("MaxReplyBytes allows, 536870912 bytes", refused.Message);
        });

        // Eight thousand reads allocate this together; on .NET Standard 2.0 each read allocates a task.
        Assert.InRange(body.Sent, 512 * MiB, 513 * MiB);
        Assert.InRange(allocated, 0, 16 * MiB);
    }

    [Theory]
    [InlineData("{\"created\":\"", "a", "created")]
    [InlineData("{\"data\":[{\"b64_json\":\"QUJD\",\"revised_prompt\":\"", "a", "data[0].revised_prompt")]
    [InlineData("{\"data\":[{\"b64_json\":", " ", "data[0].b64_json")]
    [InlineData("{\"data\":[{\"url\":\"https://", "a", "data[0].url")]
    [InlineData("{\"more\":[", "1,", null)]
    [InlineData("{\"usage\":{", "\"a\":1,", "usage")]
    [InlineData("{", "\"a\":1,", null)]
    [InlineData("{\"", "a", null)]
    [InlineData(" ", " ", null)]
    public async Task Bytes_that_are_not_an_image_stop_at_4_MiB(string beginning, string piece, string? member)
    {
        var body = EndlessStream.Of(beginning, piece);

        var allocated = await MeasureAsync(async () =>
        {
            var refused = await Assert.ThrowsAsync<ImageDecodeException>(() => GenerateAsync(body, limit: null));
            Assert.Equal(member, refused.Member);
            Assert.Contains("4194304 bytes that are no image", refused.Message);
        });

        Assert.InRange(body.Sent, 4 * MiB, 9 * MiB);
        Assert.InRange(allocated, 0, 400 * MiB);
    }

    [Fact]
    public async Task A_reply_has_at_most_256_unknown_members()
    {
        var body = new EndlessStream("{", count => $"\"a{count}\":1,");

        var refused = await Assert.ThrowsAsync<ImageDecodeException>(() => GenerateAsync(body));

        Assert.Contains("more than 256 members", refused.Message);
    }

    [Theory]
    [InlineData("{\"data\":[", "{},", "more than 256 images")]
    [InlineData("{\"data\":[", "null,", "more than 256 images")]
    [InlineData("{\"more\":", "[", "not valid JSON")]
    [InlineData("{\"more\":", "{\"a\":", "not valid JSON")]
    public async Task Empty_images_and_deep_nesting_stop_early(string beginning, string piece, string reason)
    {
        var body = EndlessStream.Of(beginning, piece);

        var refused = await Assert.ThrowsAsync<ImageDecodeException>(() => GenerateAsync(body));

        Assert.Contains(reason, refused.Message);
        Assert.InRange(body.Sent, 0, MiB);
    }

    [Theory]
    [InlineData(":", "a")]
    [InlineData("event: ", "a")]
    [InlineData("nobody knows this field: ", "a")]
    [InlineData("", "data: {\"type\":\"keepalive\"}\n\n")]
    [InlineData("", ": keepalive\n\n")]
    [InlineData("", Event)]
    [InlineData("data: {\"type\":\"image_generation.completed\",\"b64_json\":\"", "QUJD")]
    public async Task An_endless_stream_stops_at_MaxReplyBytes(string beginning, string piece)
    {
        var body = EndlessStream.Of(beginning, piece);

        var refused = await Assert.ThrowsAsync<ImageDecodeException>(() => StreamAsync(body, previews: null));

        Assert.Contains("MaxReplyBytes", refused.Message);
        Assert.InRange(body.Sent, 8 * MiB, 9 * MiB);
    }

    [Fact]
    public async Task A_stream_of_white_space_stops_at_4_MiB()
    {
        var body = EndlessStream.Of("", "\n");

        await Assert.ThrowsAsync<ImageDecodeException>(() => StreamAsync(body, previews: null));

        Assert.InRange(body.Sent, 4 * MiB, 5 * MiB);
    }

    [Fact]
    public async Task A_stream_needs_memory_for_one_event_at_a_time()
    {
        var comments = await MeasureAsync(() => Assert.ThrowsAsync<ImageDecodeException>(
            () => StreamAsync(EndlessStream.Of(":", "a"), previews: null)));

        Assert.InRange(comments, 0, MiB);
    }

    [Fact]
    public async Task Each_preview_raises_the_limit_of_a_stream_by_MaxReplyBytes()
    {
        var body = EndlessStream.Of("", Event);

        await Assert.ThrowsAsync<ImageDecodeException>(() => StreamAsync(body, previews: 2));

        Assert.InRange(body.Sent, 24 * MiB, 25 * MiB);
    }

    [Theory]
    [InlineData("data: {\"type\":\"image_generation.completed\",\"size\":\"", "a", "size")]
    [InlineData("data: {\"type\":\"image_generation.completed\",\"size\":[", "1,\ndata: ", "size")]
    public async Task Bytes_of_an_event_that_are_not_an_image_stop_at_4_MiB(
        string beginning, string piece, string member)
    {
        var body = EndlessStream.Of(beginning, piece);

        var refused = await Assert.ThrowsAsync<ImageDecodeException>(
            () => StreamAsync(body, previews: null, limit: null));

        Assert.Equal(member, refused.Member);
        Assert.InRange(body.Sent, 4 * MiB, 80 * MiB);
    }

    [Fact]
    public async Task A_failed_reply_is_read_up_to_16_KiB()
    {
        var body = EndlessStream.Of("{\"error\":{\"code\":\"teapot\",\"message\":\"", "I am a teapot. ");

        var allocated = await MeasureAsync(async () =>
        {
            var refused = await Assert.ThrowsAsync<ImageApiException>(
                () => GenerateAsync(body, status: (HttpStatusCode)418));
            Assert.InRange(refused.ToString().Length, 0, 8_192);
        });

        Assert.InRange(body.Sent, 0, 32 * 1024);
        Assert.InRange(allocated, 0, MiB);
    }

    [Fact]
    public async Task A_long_error_in_a_successful_reply_is_shortened()
    {
        var words = string.Concat(Enumerable.Repeat("a red fox in the snow, ", 3 * MiB / 23));

        var refused = await Assert.ThrowsAsync<ImageApiException>(
            () => GenerateAsync($$$"""{"error":{"code":"teapot","message":"{{{words}}}"}}"""));

        Assert.DoesNotContain("fox in the", refused.ToString());
        Assert.InRange(refused.ToString().Length, 0, 8_192);
    }

    // This value would take hours if each of its bytes started a new reading.
    [Fact]
    [Trait("Duration", "Long")]
    public async Task A_value_that_arrives_byte_by_byte_is_read_only_a_few_times()
    {
        var text = new string('a', 3 * MiB);
        var body = $$"""{"data":[{"b64_json":"QUJD","revised_prompt":"{{text}}"}]}""";

        var result = await Decoding.DecodeAsync(body, [1]);

        Assert.Equal(text, Assert.Single(result.Images).RevisedPrompt);
    }

    private static async Task<long> MeasureAsync(Func<Task> act)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await act();

        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static Task<ImageResult> GenerateAsync(string body)
        => GenerateAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(body)), limit: null);

    private static async Task<ImageResult> GenerateAsync(
        Stream body,
        long? limit = 8 * MiB,
        ImageDestination? destination = null,
        string mediaType = "application/json",
        HttpStatusCode status = HttpStatusCode.OK,
        long? length = null)
    {
        using var client = CreateClient(body, limit, mediaType, status, length);
        var request = new GenerateImageRequest("a red fox in the snow, drawn by hand");

        return await client.GenerateAsync(request, destination, Token);
    }

    private static async Task StreamAsync(Stream body, int? previews, long? limit = 8 * MiB)
    {
        using var client = CreateClient(body, limit, "text/event-stream", HttpStatusCode.OK, length: null);
        var request = new GenerateImageRequest("a red fox") { PartialImages = previews };
        await foreach (var item in client.GenerateStreamingAsync(request, Token))
        {
            Assert.NotNull(item);
        }
    }

    private static OpenAIImageClient CreateClient(
        Stream body, long? limit, string mediaType, HttpStatusCode status, long? length)
        => new FakeService()
            .Replies(() =>
            {
                var content = new StreamContent(body);
                content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
                content.Headers.ContentLength = length;

                return new HttpResponseMessage(status) { Content = content };
            })
            .CreateClient(options => options.MaxReplyBytes = limit ?? options.MaxReplyBytes);
}
