using OpenAIImages.Emulator.Tests.Support;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Tests.Hosting;

[Collection(nameof(Alone))]
public sealed class MemoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Four_pictures_of_16_MiB_take_no_more_memory_than_their_bytes()
    {
        const int PictureBytes = 16 * 1_024 * 1_024;
        var bytes = new byte[PictureBytes];
        new Random(Seed: 1).NextBytes(bytes);
        var engine = new FunctionEngine(request => new Picture(bytes, request.Format, 1, 1, "x"));
        await using var service = await Service.StartAsync(options => options.Engine = engine);
        using var content = new StringContent("""{"prompt":"a cat","n":4}""", null, "application/json");
        using var message = new HttpRequestMessage(HttpMethod.Post, "images/generations") { Content = content };
        var before = GC.GetTotalAllocatedBytes(precise: true);

        using var reply = await service.Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, Token);
        var length = reply.Content.Headers.ContentLength;
        var body = await reply.Content.ReadAsStreamAsync(Token);
        var received = await CountAsync(body);

        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.Equal(length, received);
        Assert.InRange(received, 4L * PictureBytes / 3 * 4, (4L * PictureBytes / 3 * 4) + 2_000);

        // Both ends are in this process. The base64 of one picture alone would be 21 MiB.
        Assert.InRange(allocated, 0, 4 * 1_024 * 1_024);
    }

    private static async Task<long> CountAsync(Stream body)
    {
        var buffer = new byte[64 * 1_024];
        var total = 0L;
        for (int read; (read = await body.ReadAsync(buffer, Token)) > 0;)
        {
            total += read;
        }

        return total;
    }
}
