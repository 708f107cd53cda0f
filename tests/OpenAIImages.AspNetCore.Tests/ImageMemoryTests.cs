using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OpenAIImages.AspNetCore.Tests.Support;

namespace OpenAIImages.AspNetCore.Tests;

/// <summary>An image passes through a buffer and is never whole in memory.</summary>
[Collection(nameof(Alone))]
public sealed class ImageMemoryTests
{
    private const int Calls = 4;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_image_of_16_MiB_costs_the_server_less_than_2_MiB_of_memory()
    {
        var picture = Pictures.Png(16 * 1024 * 1024);
        var client = new FakeClient
        {
            Make = async (destination, token) => Pictures.ResultOf(
                await destination.CopyFromAsync(new MemoryStream(picture), 0, token)),
        };
        await using var host = await WebHost.StartAsync(app => app.MapPost(
            "/image", () => Results.Extensions.Image(client, new GenerateImageRequest("a cat"))));

        // The first calls fill pools of buffers, so the call with the lowest cost counts.
        var least = long.MaxValue;
        for (var call = 0; call < Calls; call++)
        {
            var before = GC.GetTotalAllocatedBytes();
            using var reply = await host.PostAsync("/image");
            await reply.Content.CopyToAsync(Stream.Null, Token);
            least = Math.Min(least, GC.GetTotalAllocatedBytes() - before);
        }

        Assert.InRange(least, 0, 2 * 1024 * 1024);
    }
}
