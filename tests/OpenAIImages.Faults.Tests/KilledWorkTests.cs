using System.Diagnostics;
using System.Globalization;
using OpenAIImages.Emulator;
using OpenAIImages.Faults.Commands;
using OpenAIImages.Faults.Tests.Support;

namespace OpenAIImages.Faults.Tests;

/// <summary>A process with a journal continues its work each time after a kill at a random moment.</summary>
/// <remarks>With <c>KILLED_WORKS=200</c> in the environment the test runs 200 works in place of two.</remarks>
public sealed class KilledWorkTests(ITestOutputHelper output) : IDisposable
{
    private const int Pieces = 120;
    private const int Kills = 3;
    private const int Leeway = 6;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("openai-images-tests-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static int Works
        => Environment.GetEnvironmentVariable("KILLED_WORKS") is { } works
            ? int.Parse(works, CultureInfo.InvariantCulture)
            : 2;

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task A_work_that_is_killed_again_and_again_buys_nothing_twice()
    {
        var random = new Random(Environment.TickCount);
        for (var number = 1; number <= Works; number++)
        {
            await using var emulator = await StartAsync();
            var directory = _root.CreateSubdirectory(number.ToString(CultureInfo.InvariantCulture));
            directory.CreateSubdirectory(WorkCommand.Pictures);
            for (var kill = 0; kill < Kills; kill++)
            {
                await KillAsync(directory, emulator, random);
            }

            var ended = await FinishAsync(directory, emulator, "once");

            var bought = Prompts(emulator);
            var billed = IdsOf(ended, "PossiblyBilled");
            string[] made = [.. IdsOf(ended, "Done"), .. IdsOf(ended, "Skipped")];
            output.WriteLine(
                $"work {number}: {bought.Length} calls, {made.Length} pictures, {billed.Length} possibly billed");
            Assert.Equal(bought.Distinct(), bought);
            Assert.Equal(Enumerable.Range(1, Pieces).Select(WorkCommand.NameOf), made.Concat(billed).Order());
            Assert.All(made, id => Assert.True(IsWhole(directory, id), id));
            Assert.Empty(bought.Except(made).Except(billed));
            Assert.Empty(made.Except(bought));

            // This run repeats only the calls that may have been billed, since the caller chose to repeat them.
            await FinishAsync(directory, emulator, "again");

            var again = Prompts(emulator)[bought.Length..];
            Assert.Equal(billed.Order(), again.Order());
            Assert.All(again, id => Assert.True(IsWhole(directory, id), id));
        }
    }

    private static Task<ImageEmulator> StartAsync() => ImageEmulator.StartAsync(
        new()
        {
            Engine = new PlainPictureEngine(),
            MaxPictureEdge = 16,
            Latency = TimeSpan.FromMilliseconds(20),
            MaxReceived = 10_000,
        },
        Token);

    // The moment of the kill is random: after some calls, and then between any two steps of a call.
    private static async Task KillAsync(DirectoryInfo directory, ImageEmulator emulator, Random random)
    {
        var calls = emulator.Received.Count + random.Next(1, Pieces / Kills / 2);

        // Later requests hang. Otherwise the work could end before its kill when this process notices the call late.
        using var held = emulator.Fail(EmulatorFault.Hang(), when: request => request.Number > calls + Leeway);
        using var work = Start(directory, emulator, "once");
        await Task.WhenAny(emulator.WaitForRequestsAsync(calls, Token), work.WaitForExitAsync(Token));
        var moment = Stopwatch.StartNew();
        var wait = TimeSpan.FromMilliseconds(25 * random.NextDouble());
        while (moment.Elapsed < wait)
        {
            await Task.Yield();
        }

        work.Kill();
        await work.WaitForExitAsync(Token);
        Assert.NotEqual(0, work.ExitCode);
    }

    private static async Task<string[]> FinishAsync(DirectoryInfo directory, ImageEmulator emulator, string times)
    {
        using var work = Start(directory, emulator, times);
        var text = await work.StandardOutput.ReadToEndAsync(Token);
        await work.WaitForExitAsync(Token);
        Assert.Equal(0, work.ExitCode);

        return text.Split('\n');
    }

    private static Process Start(DirectoryInfo directory, ImageEmulator emulator, string times)
        => OtherProcess.Start(
            "work",
            directory.FullName,
            emulator.Endpoint.AbsoluteUri,
            Pieces.ToString(CultureInfo.InvariantCulture),
            times);

    private static string[] Prompts(ImageEmulator emulator)
        => [.. emulator.Received.Select(request => request.Prompt!)];

    private static string[] IdsOf(IEnumerable<string> lines, string status)
        => [.. lines.Select(line => line.Split(' ')).Where(line => line[0] == status).Select(line => line[1])];

    // A killed process may have saved a picture without a record. The second picture then gets another file name.
    private static bool IsWhole(DirectoryInfo directory, string id)
        => directory.GetFiles($"{WorkCommand.Pictures}/{id}*.png").Any(
            file => File.ReadAllBytes(file.FullName).AsSpan()[^8..^4].SequenceEqual("IEND"u8));
}
