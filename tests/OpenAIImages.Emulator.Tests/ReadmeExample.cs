#pragma warning disable xUnit1051 // Shown to users, to whom the token would be noise.
using System.Net.Http.Json;
using System.Text.Json;

namespace OpenAIImages.Emulator.Tests;

public sealed class ReadmeExample
{
    [Fact]
    public async Task Fox_is_drawn()
    {
        await using var emulator = await ImageEmulator.StartAsync();
        using var http = new HttpClient { BaseAddress = emulator.Endpoint };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "any-key-will-do");

        var request = new { model = "gpt-image-2", prompt = "a red fox in the snow" };
        using var reply = await http.PostAsJsonAsync("images/generations", request);
        using var json = JsonDocument.Parse(await reply.Content.ReadAsStreamAsync());
        var png = json.RootElement.GetProperty("data")[0].GetProperty("b64_json").GetBytesFromBase64();

        Assert.NotEmpty(png);
        Assert.Contains("red fox", Assert.Single(emulator.Received).BodyText);
    }
}
