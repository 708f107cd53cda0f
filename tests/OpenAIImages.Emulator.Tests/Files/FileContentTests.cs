using System.Net;
using System.Net.Http.Headers;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Files;

/// <summary>The service sends the content of files whole, in parts, or cut by a fault.</summary>
public sealed class FileContentTests
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 100).Select(index => (byte)index)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Content_is_sent_as_bytes_with_the_name_of_the_file()
    {
        await using var service = await Service.StartAsync();
        var id = await service.UploadAsync(Bytes, "a \"cat\".png", "vision");

        using var reply = await service.Http.GetAsync($"files/{id}/content", Token);

        Assert.Equal("application/octet-stream", reply.Content.Headers.ContentType?.ToString());
        Assert.Equal(100, reply.Content.Headers.ContentLength);
        Assert.Equal("attachment", reply.Content.Headers.ContentDisposition?.DispositionType);
        Assert.StartsWith("req_", Assert.Single(reply.Headers.GetValues("x-request-id")), StringComparison.Ordinal);
        Assert.Equal(Bytes, await reply.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task A_range_is_served_as_a_part()
    {
        await using var service = await Service.StartAsync();
        var id = await service.UploadAsync(Bytes, "a.png", "vision");

        using var reply = await RangeAsync(service, id, from: 60);

        Assert.Equal(HttpStatusCode.PartialContent, reply.StatusCode);
        Assert.Equal("bytes 60-99/100", reply.Content.Headers.ContentRange?.ToString());
        Assert.Equal(Bytes[60..], await reply.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task A_range_after_the_end_is_refused()
    {
        await using var service = await Service.StartAsync();
        var id = await service.UploadAsync(Bytes, "a.png", "vision");

        using var reply = await RangeAsync(service, id, from: 100);

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, reply.StatusCode);
    }

    [Fact]
    public async Task A_service_without_ranges_sends_the_whole_file()
    {
        await using var service = await Service.StartAsync(options => options.ServesRanges = false);
        var id = await service.UploadAsync(Bytes, "a.png", "vision");

        using var reply = await RangeAsync(service, id, from: 60);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(Bytes, await reply.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task A_fault_cuts_the_content_and_a_range_gets_the_rest()
    {
        await using var service = await Service.StartAsync();
        var bytes = new byte[1_024 * 1_024];
        new Random(Seed: 1).NextBytes(bytes);
        var id = await service.UploadAsync(bytes, "a.png", "vision");
        service.Emulator.Fail(
            EmulatorFault.CutBody(afterBytes: 300_000), new FaultConditions { AllRoutes = true, Times = 1 });

        using var broken = await service.Http.GetAsync(
            $"files/{id}/content", HttpCompletionOption.ResponseHeadersRead, Token);
        var first = new byte[300_000];
        await using var stream = await broken.Content.ReadAsStreamAsync(Token);
        await stream.ReadExactlyAsync(first, Token);
        await Assert.ThrowsAnyAsync<IOException>(() => stream.ReadExactlyAsync(new byte[1], Token).AsTask());
        using var rest = await RangeAsync(service, id, from: 300_000);

        byte[] both = [.. first, .. await rest.Content.ReadAsByteArrayAsync(Token)];
        Assert.Equal(bytes, both);
    }

    [Theory]
    [InlineData("assistants")]
    [InlineData("user_data")]
    public async Task The_service_does_not_send_files_of_some_purposes(string purpose)
    {
        await using var service = await Service.StartAsync();
        var id = await service.UploadAsync(Bytes, "a.png", purpose);

        var reply = await service.GetAsync($"files/{id}/content");

        reply.IsError(400, null, null, $"Not allowed to download files of purpose: {purpose}");
    }

    private static async Task<HttpResponseMessage> RangeAsync(Service service, string id, long from)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, $"files/{id}/content");
        message.Headers.Range = new RangeHeaderValue(from, null);

        return await service.Http.SendAsync(message, Token);
    }
}
