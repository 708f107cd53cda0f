using Docs.Support;
using OpenAIImages;
using OpenAIImages.Emulator;

namespace Docs.Guides.Offline;

public sealed class OfflineServiceGuide(OfflineService service) : Guide(service)
{
    [Fact]
    public async Task The_service_starts_in_the_process()
    {
        await using var emulator = await ImageEmulator.StartAsync();
        using var client = new OpenAIImageClient(
            new ImageClientOptions { ApiKey = "any", Endpoint = emulator.Endpoint });

        var result = await client.GenerateAsync("two cats and a dog under a rainbow");
        await result.Images[0].SaveAsync("rainbow");

        var received = emulator.Received[0];
        Console.WriteLine($"{received.Model} was asked for '{received.Prompt}'");

        Assert.Equal("two cats and a dog under a rainbow", received.Prompt);
        Assert.True(new FileInfo("rainbow.png").Length > 10_000);
    }

    [Fact]
    public async Task The_same_request_gives_the_same_bytes()
    {
        var client = Client;

        var first = await client.GenerateAsync("a red fox in the snow");
        var second = await client.GenerateAsync("a red fox in the snow");
        Console.WriteLine(first.Images[0].Bytes.Span.SequenceEqual(second.Images[0].Bytes.Span));

        Assert.Equal(first.Images[0].Bytes.ToArray(), second.Images[0].Bytes.ToArray());
    }

    [Fact]
    public async Task Small_plain_pictures_are_fast()
    {
        var options = new ImageEmulatorOptions
        {
            Engine = new PlainPictureEngine(),
            MaxPictureEdge = 64,
        };
        await using var emulator = await ImageEmulator.StartAsync(options);

        using var client = new OpenAIImageClient(
            new ImageClientOptions { ApiKey = "any", Endpoint = emulator.Endpoint });
        var result = await client.GenerateAsync(
            new GenerateImageRequest("a red fox") { Size = new ImageSize(1536, 1024) }, Token);
        Assert.Equal(new ImageSize(1536, 1024), result.Size);
        Assert.InRange(result.Images[0].Length, 1, 2_000);
    }

    [Fact]
    public async Task The_limiter_refuses_requests_beyond_its_limit()
    {
        await using var emulator = await ImageEmulator.StartAsync(new ImageEmulatorOptions
        {
            ImagesPerMinute = 5,
            RequestsPerMinute = 3,
        });

        using var client = new OpenAIImageClient(
            new ImageClientOptions { ApiKey = "any", Endpoint = emulator.Endpoint, MaxRetries = 0 });
        var request = new GenerateImageRequest("a red fox") { Count = 6, Quality = ImageQuality.Low };
        await Assert.ThrowsAsync<ImageRateLimitException>(() => client.GenerateAsync(request, Token));
    }

    [Fact]
    public async Task Models_have_names_of_your_own()
    {
        await using var emulator = await ImageEmulator.StartAsync(new ImageEmulatorOptions
        {
            ModelAliases = new Dictionary<string, string>
            {
                ["my-deployment"] = "gpt-image-2",
                ["gpt-image-3"] = "gpt-image-2.6-sunburst",
            },
        });

        using var client = new OpenAIImageClient(new ImageClientOptions
        {
            ApiKey = "any",
            Endpoint = emulator.Endpoint,
            Model = "gpt-image-3",
            ModelChecks = ImageModelChecks.Off,
        });
        Assert.Single((await client.GenerateAsync("a red fox", Token)).Images);
    }

    [Fact]
    public async Task Files_are_kept_and_batches_take_time()
    {
        var options = new ImageEmulatorOptions
        {
            FilesFolder = "emulator-files",
            BatchStepTime = TimeSpan.FromSeconds(1),
            WebhookEndpoints = [new Uri("http://localhost:5000/webhooks")],
            WebhookSecrets = ["whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="],
        };
        await using var emulator = await ImageEmulator.StartAsync(options);

        Assert.True(Directory.Exists("emulator-files"));
    }

    [Fact]
    public async Task Faults_come_on_demand()
    {
        await using var emulator = await ImageEmulator.StartAsync();

        using var failure = emulator.Fail(EmulatorFault.RateLimit(TimeSpan.FromSeconds(2)), times: 1);
        emulator.Fail(EmulatorFault.CutBody(afterBytes: 500), when: request => request.Count > 1);
        emulator.Fail(EmulatorFault.Quota(), new FaultConditions { PromptContains = "dragon" });
        emulator.Fail(EmulatorFault.ServerError(), new FaultConditions { Share = 0.1, Seed = 7 });

        using var client = new OpenAIImageClient(
            new ImageClientOptions { ApiKey = "any", Endpoint = emulator.Endpoint, MaxRetries = 0 });
        await Assert.ThrowsAsync<ImageRateLimitException>(() => client.GenerateAsync("a dragon", Token));
        await Assert.ThrowsAsync<ImageQuotaException>(() => client.GenerateAsync("a dragon", Token));
        Assert.Equal(1, failure.Strikes);
    }
}
