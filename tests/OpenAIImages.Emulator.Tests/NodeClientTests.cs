using System.ComponentModel;
using System.Diagnostics;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests;

/// <summary>The official package for Node, unchanged but for the address. <c>.ci/node-client</c> installs it.</summary>
public sealed class NodeClientTests
{
    private static readonly string Folder = Path.Combine(
        Repository.Root, "tests", "OpenAIImages.Emulator.Tests", "Node");

    [Fact]
    public async Task Every_check_of_the_node_client_passes()
    {
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(Folder, "node_modules", "openai")),
            "The openai package for Node is not installed; .ci/node-client installs it and runs this test.");
        await using var service = await Service.StartAsync(options => options.Engine = new EditingEngine());

        var (code, output) = await RunAsync(service.Emulator.Endpoint);

        Assert.True(code == 0, output);
        Assert.Equal(9, output.Split('\n').Count(line => line.StartsWith("ok: ", StringComparison.Ordinal)));
    }

    private static async Task<(int Code, string Output)> RunAsync(Uri endpoint)
    {
        var start = new ProcessStartInfo("node", "check.mjs")
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["OPENAI_BASE_URL"] = endpoint.AbsoluteUri;
        start.Environment["OPENAI_API_KEY"] = "sk-any";
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
