using System.ComponentModel;
using System.Diagnostics;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests;

/// <summary>The official package for Node calls the emulator; only its address differs. <c>.ci/node-client</c> installs
/// the package.</summary>
public sealed class NodeClientTests
{
    private const string Secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static readonly string Folder = Path.Combine(
        Repository.Root, "tests", "OpenAIImages.Emulator.Tests", "Node");

    [Fact]
    public async Task Every_check_of_the_node_client_passes()
    {
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(Folder, "node_modules", "openai")),
            "The openai package for Node is not installed; .ci/node-client installs it and runs this test.");
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var service = await Service.StartAsync(options =>
        {
            options.Engine = new PlainPictureEngine();
            options.MaxPictureEdge = 64;
            options.WebhookEndpoints = [receiver.Address];
            options.WebhookSecrets = [Secret];
        });

        var (code, output) = await RunAsync(service.Emulator.Endpoint, receiver.Address);

        Assert.True(code == 0, output);
        Assert.Equal(14, output.Split('\n').Count(line => line.StartsWith("ok: ", StringComparison.Ordinal)));
    }

    private static async Task<(int Code, string Output)> RunAsync(Uri endpoint, Uri webhooks)
    {
        var start = new ProcessStartInfo("node", "check.mjs")
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["OPENAI_BASE_URL"] = endpoint.AbsoluteUri;
        start.Environment["OPENAI_API_KEY"] = "sk-any";
        start.Environment["OPENAI_WEBHOOK_SECRET"] = Secret;
        start.Environment["WEBHOOKS_URL"] = webhooks.AbsoluteUri;
        using var node = Start(start);
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);

        return (node.ExitCode, output + await errors);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("There is no node on this machine.");

            throw;
        }
    }
}
