using System.IO.Compression;
using System.Net;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Headers;

/// <summary>Servers compress bodies although the client does not request it; the client decompresses them.</summary>
public sealed class PackedReplyTests
{
    private static readonly GenerateImageRequest Fox = new("a red fox") { Model = "gpt-image-2" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("deflate, raw")]
    [InlineData("deflate, gzip")]
    [InlineData("deflate, raw, gzip")]
    public async Task A_compressed_body_is_decompressed(string coding)
    {
        var picture = Bodies.Picture(100_000);
        var service = new FakeService()
            .Replies(() => Pack(HttpStatusCode.OK, Bodies.Of(picture), coding))
            .Replies(() => Pack(HttpStatusCode.BadRequest, """{"error":{"message":"No."}}"""u8.ToArray(), coding));
        using var client = service.CreateClient();

        Assert.Equal(picture, (await client.GenerateAsync(Fox, Token)).Images[0].Bytes.ToArray());
        var refused = await Assert.ThrowsAsync<ImageApiException>(() => client.GenerateAsync(Fox, Token));
        Assert.Equal("No.", refused.Reason);
        Assert.Equal("identity", service.Received[0].Message.Headers.AcceptEncoding.ToString());
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("br")]
    public async Task An_unknown_compression_is_refused_by_name(string coding)
    {
        using var client = new FakeService().Replies(() => Pack(HttpStatusCode.OK, [1, 2, 3], coding)).CreateClient();

        var fault = await Assert.ThrowsAsync<ImageDecodeException>(() => client.GenerateAsync(Fox, Token));

        Assert.Contains(coding, fault.Message);
        Assert.True(fault.MayHaveBeenBilled);
    }

    [Fact]
    public async Task A_damaged_compressed_body_keeps_the_pictures_before_the_damage()
    {
        using var client = new FakeService()
            .Replies(() =>
            {
                var reply = Pack(
                    HttpStatusCode.OK, Bodies.Of(Bodies.Picture(200_000), Bodies.Picture(200_000, seed: 2)), "gzip");
                var packed = reply.Content.ReadAsByteArrayAsync(Token).GetAwaiter().GetResult();
                Array.Fill(packed, (byte)0xFF, packed.Length * 3 / 4, packed.Length / 4);
                reply.Content = new ByteArrayContent(packed) { Headers = { ContentEncoding = { "gzip" } } };

                return reply;
            })
            .CreateClient();

        var lost = await Assert.ThrowsAnyAsync<ImageClientException>(
            () => client.GenerateAsync(Fox with { Count = 2 }, Token));

        Assert.Equal(Bodies.Picture(200_000), Assert.Single(lost.Received).Bytes.ToArray());
        Assert.True(lost.MayHaveBeenBilled);
    }

    [Fact]
    public async Task A_damaged_compressed_body_is_a_transport_fault()
    {
        using var client = new FakeService()
            .Replies(() => new HttpResponseMessage
            {
                Content = new ByteArrayContent(new byte[100]) { Headers = { ContentEncoding = { "gzip" } } },
            })
            .CreateClient();

        var lost = await Assert.ThrowsAsync<ImageTransportException>(() => client.GenerateAsync(Fox, Token));

        Assert.True(lost.MayHaveBeenBilled);
    }

    [Fact]
    public async Task A_body_that_a_custom_handler_cannot_decompress_is_a_transport_fault()
    {
        using var client = new FakeService()
            .Replies(() => new HttpResponseMessage
            {
                Content = new StreamContent(
                    new GZipStream(new MemoryStream(new byte[100]), CompressionMode.Decompress)),
            })
            .CreateClient();

        var lost = await Assert.ThrowsAsync<ImageTransportException>(() => client.GenerateAsync(Fox, Token));

        Assert.True(lost.MayHaveBeenBilled);
    }

    [Fact]
    public async Task Decompressed_bytes_count_towards_MaxReplyBytes()
    {
        using var client = new FakeService()
            .Replies(() => Pack(HttpStatusCode.OK, [.. "{\"a\":\""u8, .. new byte[3_000_000]], "gzip"))
            .CreateClient(options => options.MaxReplyBytes = 1024 * 1024);

        var fault = await Assert.ThrowsAsync<ImageDecodeException>(() => client.GenerateAsync(Fox, Token));

        Assert.Contains("MaxReplyBytes", fault.Message);
    }

    private static HttpResponseMessage Pack(HttpStatusCode status, byte[] body, string coding)
    {
        // Some servers send deflate without the zlib header.
        foreach (var one in coding.Replace("deflate, raw", "raw", StringComparison.Ordinal).Split(", "))
        {
            using var packed = new MemoryStream();
            Stream? packing = one switch
            {
                "gzip" => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
                "deflate" => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
                "raw" => new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true),
                _ => null,
            };
            packing?.Write(body);
            packing?.Dispose();
            body = packing is null ? body : packed.ToArray();
        }

        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation(
            "Content-Encoding", coding.Replace(", raw", "", StringComparison.Ordinal));

        return new HttpResponseMessage(status) { Content = content };
    }
}
