using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Hosting;

public sealed class OptionsTests
{
    private static readonly Dictionary<string, (Action<ImageEmulatorOptions> Make, string Message)> Mistakes = new()
    {
        ["port"] = (o => o.Port = -1, "Port is -1; it must be 0 (any free port) to 65535."),
        ["high port"] = (o => o.Port = 65_536, "Port is 65536; it must be 0 (any free port) to 65535."),
        ["latency"] = (o => o.Latency = TimeSpan.FromSeconds(-1), "Latency is -00:00:01; it must be 0 to 1 hour."),
        ["long latency"] = (o => o.Latency = TimeSpan.FromHours(2), "Latency is 02:00:00; it must be 0 to 1 hour."),
        ["delay"] = (
            o => o.EventDelay = TimeSpan.FromTicks(-1), "EventDelay is -00:00:00.0000001; it must be 0 to 1 hour."),
        ["paintings"] = (o => o.MaxConcurrentPaintings = 0, "MaxConcurrentPaintings is 0; it must be 1 to 1024."),
        ["received"] = (o => o.MaxReceived = -1, "MaxReceived is -1; it must be 0 to 1000000."),
        ["retired"] = (
            o => o.RetiredModels = (RetiredModelHandling)7, "RetiredModels is 7, which is not a value of its type."),
        ["no keys"] = (
            o => o.ApiKeys = [], "ApiKeys is empty, so no request could succeed; leave it null to accept any key."),
        ["blank key"] = (o => o.ApiKeys = ["a", " "], "ApiKeys contains a blank key."),
        ["keys for nothing"] = (
            o => (o.RequireKey, o.ApiKeys) = (false, ["a"]),
            "ApiKeys is set although RequireKey is false; set one or the other."),
        ["pixels"] = (o => o.MaxInputPixels = 0, "MaxInputPixels is 0; it must be 1 to 1073741824."),
        ["cache"] = (
            o => o.MaxCachedPictureBytes = -1, "MaxCachedPictureBytes is -1; it must be 0 to 2147483647."),
        ["edge"] = (o => o.MaxPictureEdge = 0, "MaxPictureEdge is 0; it must be 1 to 8192, or null."),
        ["no requests"] = (o => o.RequestsPerMinute = 0, "RequestsPerMinute is 0; it must be 1 or more, or null."),
        ["no images"] = (o => o.ImagesPerMinute = 0, "ImagesPerMinute is 0; it must be 1 or more, or null."),
        ["links"] = (o => o.MaxLinks = 9, "MaxLinks is 9; it must be 10 to 1000000."),
        ["address"] = (
            o => o.PublicAddress = new Uri("ftp://example.com/"),
            "PublicAddress is 'ftp://example.com/'; it must be an absolute http or https address without query or " +
            "fragment."),
        ["compatible"] = (o => o.CompatibleModels = null!, "CompatibleModels is null."),
        ["blank compatible"] = (o => o.CompatibleModels = [" "], "CompatibleModels contains a blank name."),
        ["compatible of OpenAI"] = (
            o => o.CompatibleModels = ["gpt-image-2"],
            "CompatibleModels contains 'gpt-image-2', which is a model of OpenAI's."),
        ["default"] = (
            o => o.DefaultModel = "flux",
            "DefaultModel is 'flux', which is neither a known model nor in ModelAliases or CompatibleModels."),
        ["engine"] = (o => o.Engine = null!, "Engine is null."),
        ["clock"] = (o => o.TimeProvider = null!, "TimeProvider is null."),
        ["aliases"] = (o => o.ModelAliases = null!, "ModelAliases is null."),
        ["blank alias"] = (
            o => o.ModelAliases = new Dictionary<string, string> { [" "] = "gpt-image-2" },
            "ModelAliases contains a blank name."),
        ["alias of nothing"] = (
            o => o.ModelAliases = new Dictionary<string, string> { ["a"] = "gpt-image-9" },
            "ModelAliases says that 'a' behaves like 'gpt-image-9', which is not a known model."),
        ["folder"] = (o => o.FilesFolder = " ", "FilesFolder is blank; leave it null for a temporary folder."),
        ["step"] = (
            o => o.BatchStepTime = TimeSpan.FromDays(2), "BatchStepTime is 2.00:00:00; it must be 0 to 1 day."),
        ["batch requests"] = (
            o => o.MaxConcurrentBatchRequests = 0, "MaxConcurrentBatchRequests is 0; it must be 1 to 1024."),
        ["hooks"] = (o => o.WebhookEndpoints = null!, "WebhookEndpoints is null."),
        ["hook elsewhere"] = (
            o => (o.WebhookEndpoints, o.WebhookSecrets) = ([new Uri("https://example.com/")], ["s"]),
            "WebhookEndpoints contains 'https://example.com/'; it must be an http or https address of this machine."),
        ["unsigned hook"] = (
            o => o.WebhookEndpoints = [new Uri("http://localhost/")],
            "WebhookEndpoints is set and WebhookSecrets is empty; events are always signed."),
        ["bad secret"] = (
            o => o.WebhookSecrets = ["whsec_*"],
            "WebhookSecrets contains a blank secret, or one whose text after 'whsec_' is not base64."),
        ["two at once"] = (
            o => (o.Port, o.Engine) = (-1, null!),
            "Port is -1; it must be 0 (any free port) to 65535. Engine is null."),
    };

    public static TheoryData<string> Cases => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_mistake_is_reported_with_the_setting_to_change(string mistake)
    {
        var options = new ImageEmulatorOptions();
        Mistakes[mistake].Make(options);

        var refused = await Assert.ThrowsAsync<ArgumentException>(
            () => ImageEmulator.StartAsync(options, TestContext.Current.CancellationToken));

        Assert.Equal($"{Mistakes[mistake].Message} (Parameter 'options')", refused.Message);
    }

    [Fact]
    public async Task Options_changed_after_the_start_have_no_effect()
    {
        var keys = new List<string> { "sk-test" };
        var aliases = new Dictionary<string, string> { ["mine"] = "gpt-image-2" };
        ImageEmulatorOptions options = null!;
        await using var service = await Service.StartAsync(given =>
        {
            options = given;
            options.ApiKeys = keys;
            options.ModelAliases = aliases;
        });

        options.Engine = null!;
        keys.Clear();
        aliases.Clear();
        var reply = await service.GenerateAsync("""{"model":"mine","prompt":"a cat","size":"1792x1008"}""");

        Assert.Equal("1792x1008", (string?)reply.Body["size"]);
    }
}
