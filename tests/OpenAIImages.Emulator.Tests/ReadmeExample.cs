#pragma warning disable xUnit1051 // Users read this code; a token would be noise.
using System.Net.Http.Json;
using System.Text.Json;

namespace OpenAIImages.Emulator.Tests;

public sealed class ReadmeExample
{
    [Fact]
    public async Task A_fox_is_drawn()
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

    [Fact]
    public async Task Each_failure_strikes_the_requests_of_its_conditions()
    {
        await using var emulator = await ImageEmulator.StartAsync();
        using var failure = emulator.Fail(EmulatorFault.RateLimit(TimeSpan.FromSeconds(2)), times: 1);
        emulator.Fail(EmulatorFault.CutBody(afterBytes: 500), when: request => request.Count > 1);
        emulator.Fail(EmulatorFault.Quota(), new FaultConditions { PromptContains = "dragon" });
        emulator.Fail(EmulatorFault.ServerError(), new FaultConditions { Share = 0.1, Seed = 7 });
        emulator.Fail(new EmulatorFault { Status = 503, Code = "busy", Delay = TimeSpan.FromSeconds(1) });

        Assert.Equal("rate_limit_exceeded", await AskAsync(emulator, "a cat"));
        Assert.Equal("insufficient_quota", await AskAsync(emulator, "a dragon"));
        Assert.Equal(1, failure.Strikes);
    }

    [Fact]
    public async Task A_batch_is_carried_out()
    {
        await using var emulator = await ImageEmulator.StartAsync();
        using var http = new HttpClient { BaseAddress = emulator.Endpoint };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "any-key-will-do");
        const string lines =
            """
            {"custom_id":"fox","method":"POST","url":"/v1/images/generations","body":{"prompt":"a red fox"}}
            """;

        using var upload = new MultipartFormDataContent { { new StringContent("batch"), "purpose" } };
        upload.Add(new StringContent(lines), "file", "requests.jsonl");
        using var file = await http.PostAsync("files", upload);
        var input = await IdOfAsync(file);

        var order = new { input_file_id = input, endpoint = "/v1/images/generations", completion_window = "24h" };
        using var created = await http.PostAsJsonAsync("batches", order);
        var status = await emulator.WaitForBatchAsync(await IdOfAsync(created));

        Assert.Equal("completed", status);
    }

    private static async Task<string> IdOfAsync(HttpResponseMessage reply)
    {
        using var json = JsonDocument.Parse(await reply.Content.ReadAsStreamAsync());

        return json.RootElement.GetProperty("id").GetString()!;
    }

    private static async Task<string?> AskAsync(ImageEmulator emulator, string prompt)
    {
        using var http = new HttpClient { BaseAddress = emulator.Endpoint };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "any-key-will-do");
        using var reply = await http.PostAsJsonAsync("images/generations", new { model = "gpt-image-2", prompt });
        using var json = JsonDocument.Parse(await reply.Content.ReadAsStreamAsync());

        return json.RootElement.GetProperty("error").GetProperty("code").GetString();
    }
}
