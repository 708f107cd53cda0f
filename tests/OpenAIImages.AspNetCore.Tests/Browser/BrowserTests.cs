using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using OpenAIImages.AspNetCore.Tests.Support;
using OpenAIImages.Emulator;
using OpenAIImages.Tests.Conventions;

namespace OpenAIImages.AspNetCore.Tests.Browser;

/// <summary>The page of the sample in Chromium. <c>.ci/browser</c> installs the browser and runs
/// these tests.</summary>
public sealed class BrowserTests
{
    private static readonly string Folder = Path.Combine(
        Sources.Root, "tests", "OpenAIImages.AspNetCore.Tests", "Browser");

    private readonly StepClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task The_page_shows_previews_as_they_come_and_then_the_image()
    {
        await using var emulator = await StartAsync();

        var seen = await RunAsync("page.mjs", emulator);

        Assert.Equal(["waiting", "preview", "preview", "done"], Words(seen["states"]));
        Assert.Equal(2, (int)seen["previews"]!);
        Assert.Equal(1024, (int)seen["width"]!);
        Assert.Equal("image.png", (string?)seen["saveAs"]);
        Assert.Matches(@"^\d+ tokens$", (string?)seen["usage"]);
        Assert.Empty(Words(seen["faults"]));
        Assert.Equal(1, PaidCalls(emulator));
    }

    [Fact(Explicit = true)]
    public async Task The_page_changes_a_picture_that_the_visitor_chooses()
    {
        await using var emulator = await StartAsync();

        var seen = await RunAsync("upload.mjs", emulator);

        Assert.Equal("done", (string?)seen["state"]);
        Assert.EndsWith("images/edits", emulator.Received[^1].Path, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public async Task An_EventSource_that_is_cut_twice_buys_one_image()
    {
        await using var emulator = await StartAsync();
        var director = new Director(_clock) { CutsSecondAnswer = true };

        var seen = await RunAsync("event-source.mjs", emulator, director);

        Assert.Equal(["start", "preview"], Words(seen["events"]));
        Assert.True((bool)seen["isClosed"]!);
        Assert.Equal(3, director.Asked.Count);
        Assert.Equal("", director.Asked[0]);
        Assert.Equal([(string)seen["id"]!, (string)seen["id"]!], director.Asked.Skip(1));
        Assert.Equal(1, PaidCalls(emulator));
    }

    [Fact(Explicit = true)]
    public async Task A_page_whose_connection_is_cut_says_so_and_sends_no_other_request()
    {
        await using var emulator = await StartAsync();
        var director = new Director(_clock);

        var seen = await RunAsync("cut.mjs", emulator, director);

        Assert.Equal("failed", (string?)seen["state"]);
        Assert.Equal("The connection was cut.", (string?)seen["title"]);
        Assert.Single(director.Asked);
        Assert.Equal(1, PaidCalls(emulator));
    }

    // The service takes one step before the first preview, and one step after each preview.
    private Task<ImageEmulator> StartAsync()
        => ImageEmulator.StartAsync(
            new ImageEmulatorOptions
            {
                Latency = StepClock.Step,
                EventDelay = StepClock.Step,
                TimeProvider = _clock,
            },
            Token);

    private static int PaidCalls(ImageEmulator emulator)
        => emulator.Received.Count(request => request.Path.Contains("images/", StringComparison.Ordinal));

    private static IEnumerable<string> Words(JsonNode? list) => list!.AsArray().Select(item => (string)item!);

    private async Task<JsonNode> RunAsync(string script, ImageEmulator emulator, Director? director = null)
    {
        await using var factory = Sample.For(
            emulator, services => services.AddSingleton<IStartupFilter>(director ?? new Director(_clock)));
        factory.UseKestrel(0);
        factory.StartServer();
        var start = new ProcessStartInfo("node", [script, factory.ClientOptions.BaseAddress.AbsoluteUri])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync(Token);
        var output = await node.StandardOutput.ReadToEndAsync(Token);
        await node.WaitForExitAsync(Token);
        Assert.True(node.ExitCode == 0, output + await errors);

        return JsonNode.Parse(output)!;
    }
}
