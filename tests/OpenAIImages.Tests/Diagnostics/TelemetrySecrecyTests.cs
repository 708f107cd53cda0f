using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Diagnostics;

/// <summary>Telemetry and logs hold neither the key nor the prompt nor a picture, with any reply of a server.</summary>
[Collection(nameof(Alone))]
public sealed class TelemetrySecrecyTests
{
    private const string Prompt = "a red fox in the snow";

    private static readonly string Picture = Convert.ToBase64String(Bodies.Picture(3_000));

    public static TheoryData<int, string> Replies => new()
    {
        { 200, Image(Picture) },
        { 200, Image(Picture + "!!!") },
        { 200, $"{Prompt} {FakeService.Key} {Picture}" },
        { 200, Error(FakeService.Key, $"{Prompt} {FakeService.Key} {Picture}") },
        { 400, Error(FakeService.Key, $"{Prompt} {FakeService.Key} {Picture}") },
        { 500, $"{Prompt} {FakeService.Key} {Picture}" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Replies))]
    public async Task Telemetry_and_logs_hold_no_key_and_no_prompt_and_no_picture(int status, string body)
    {
        using var logs = new CollectedLogs();
        using var factory = LoggerFactory.Create(
            logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        using var service = new ScriptedService().Reply(status, body);
        using var watched = new WatchedClient(service, options => options.LoggerFactory = factory);
        var input = ImageInput.FromBytes(Bodies.Picture(3_000));

        await EndAsync(watched, client => client.GenerateAsync(new GenerateImageRequest(Prompt), Token));
        await EndAsync(watched, client => client.EditAsync(new EditImageRequest(Prompt, input), Token));
        await EndAsync(watched, async client =>
        {
            await foreach (var _ in client.GenerateStreamingAsync(new GenerateImageRequest(Prompt), Token))
            {
            }

            return new ImageResult([]);
        });

        Assert.Equal(3, watched.Telemetry.Spans.Count);
        var told = watched.Telemetry.Everything() + logs.Text;
        Assert.Contains("generate_content", told, StringComparison.Ordinal);
        Assert.DoesNotContain(Prompt, told, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeService.Key, told, StringComparison.Ordinal);
        Assert.DoesNotContain(Picture[..40], told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnableSensitiveData_records_the_prompt_without_key_or_pictures()
    {
        using var service = new ScriptedService().Reply(400, Error("no", Picture));
        using var watched = new WatchedClient(service, options => options.Telemetry.EnableSensitiveData = true);
        var input = ImageInput.FromBytes(Bodies.Picture(3_000));

        await EndAsync(watched, client => client.EditAsync(new EditImageRequest(Prompt, input), Token));

        var told = watched.Telemetry.Everything();
        Assert.Contains(Prompt, told, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeService.Key, told, StringComparison.Ordinal);
        Assert.DoesNotContain(Picture[..40], told, StringComparison.Ordinal);
    }

    private static string Error(string code, string message)
        => new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }.ToJsonString();

    private static string Image(string base64)
        => $$"""{"data":[{"b64_json":"{{base64}}","revised_prompt":"{{Prompt}}"}]}""";

    // Other tests check how the call ends.
    private static async Task EndAsync(WatchedClient watched, Func<IImageClient, Task<ImageResult>> call)
    {
        try
        {
            await watched.Clock.RunAsync(call(watched.Client));
        }
        catch (ImageClientException e)
        {
            Assert.NotEmpty(e.Message);
        }
    }
}
