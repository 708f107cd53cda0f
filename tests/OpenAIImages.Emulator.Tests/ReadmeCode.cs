#pragma warning disable CA2007, IDE0060, CS9113 // Users read this code; more would be noise.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace OpenAIImages.Emulator.Tests;

/// <summary>The code of the repository's README, so that it compiles. <see cref="Conventions.ReadmeTests"/> compares.
/// </summary>
internal static class ReadmeCode
{
    public static async Task MakeFirstImageAsync()
    {
        using var client = new OpenAIImageClient("sk-...");     // or read from OPENAI_API_KEY, see ImageClientOptions

        var result = await client.GenerateAsync("一只可爱的猫在草地上玩耍");
        await result.Images[0].SaveAsync("cat");                // cat.png: the extension comes from the bytes
    }

    public static void AddToHost(WebApplicationBuilder builder)
    {
        builder.Services.AddImageClient(builder.Configuration.GetSection("OpenAIImages"));
    }

    public static async Task<ImageResult> CallOfflineAsync()
    {
        await using var emulator = await ImageEmulator.StartAsync();
        using var client = new OpenAIImageClient(
            new ImageClientOptions { ApiKey = "any", Endpoint = emulator.Endpoint });

        return await client.GenerateAsync("a red fox in the snow");
    }

    public sealed class Covers(IImageClient images) { /* ... */ }
}
