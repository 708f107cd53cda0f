namespace OpenAIImages.Emulator.Tests.Client;

/// <summary>Our client requests the models of the offline service over a real socket.</summary>
public sealed class ModelClientTests
{
    private static readonly DateTimeOffset Shutdown = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_and_each_model_give_the_shutdown_date()
    {
        await using var emulator = await ImageEmulator.StartAsync(cancellationToken: Token);
        using var client = new OpenAIImageModelClient(
            new ImageClientOptions { ApiKey = "offline", Endpoint = emulator.Endpoint });

        var models = await client.ListAsync(Token);
        var old = await client.GetAsync("gpt-image-1.5", Token);

        Assert.Contains(models, model => model.Id == ImageModel.GptImage2 && model.ShutdownDate is null);
        Assert.Equal(Shutdown, old.ShutdownDate);
        Assert.Contains(old, models);
    }

    [Fact]
    public async Task A_name_with_a_slash_reaches_the_service_and_an_unknown_one_is_refused()
    {
        await using var emulator = await ImageEmulator.StartAsync(
            new ImageEmulatorOptions
            {
                ModelAliases = new Dictionary<string, string> { ["org/my-model"] = "gpt-image-2" },
            },
            Token);
        using var client = new OpenAIImageModelClient(
            new ImageClientOptions { ApiKey = "offline", Endpoint = emulator.Endpoint });

        Assert.Equal("org/my-model", (await client.GetAsync("org/my-model", Token)).Id.ToString());
        var refused = await Assert.ThrowsAsync<ImageApiException>(() => client.GetAsync("gpt-9", Token));
        Assert.Equal("model_not_found", refused.Code);
    }
}
