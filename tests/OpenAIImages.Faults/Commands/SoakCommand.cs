using System.Diagnostics;
using OpenAIImages.Faults.Faults;
using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Proxies;
using OpenAIImages.Faults.Scripts;
using OpenAIImages.Faults.Soaks;

namespace OpenAIImages.Faults.Commands;

/// <summary>Keeps one client busy for a long time, under faults, and looks whether anything grows.</summary>
/// <remarks>Ctrl+C ends it early; the report is written all the same.</remarks>
internal static class SoakCommand
{
    private const int AtOnce = 64;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(double minutes, string path)
    {
        using var stopping = new CancellationTokenSource(TimeSpan.FromMinutes(minutes));
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stopping.Cancel();
        };
        var began = Stopwatch.GetTimestamp();
        var samples = new List<SoakSample>();
        var directory = Directory.CreateTempSubdirectory("openai-images-soak-");
        var origin = new CannedOrigin(Secrets.Key);
        await using var stranger = new Stranger();
        await using var proxy = new FaultProxy(origin, new SoakFaults(new FaultBook(Secrets.Key, stranger.Address)));
        var client = new OpenAIImageClient(Options(proxy));
        var load = new SoakLoad(client, directory.FullName);
        var before = SoakSample.Take(default, 0, 0);
        var workers = Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => load.RunAsync(stopping.Token))).ToArray();
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(Interval, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            samples.Add(SoakSample.Take(Stopwatch.GetElapsedTime(began), load.Calls, proxy.OpenConnections));
            Console.WriteLine(samples[^1]);
        }

        var ending = Task.WhenAll(workers);
        await ending.WaitAsync(LongestFarewell).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var haveEnded = ending.IsCompletedSuccessfully;
        client.Dispose();
        var areClosed = await proxy.IsLeftAsync(LongestFarewell);
        var after = SoakSample.Take(Stopwatch.GetElapsedTime(began), load.Calls, proxy.OpenConnections);
        directory.Delete(recursive: true);

        var report = new SoakReport(samples);
        var isGood = report.IsFlat && haveEnded && areClosed && load.Breaches.IsEmpty && stranger.Visitors == 0
            && origin.Breaches.Count == 0 && origin.RequestsPaid <= load.Calls;
        await File.WriteAllTextAsync(path, report.Write(
            $"{AtOnce} calls at once under faults, for {after.At.TotalMinutes:F0} minutes",
            [
                $"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, .NET {Environment.Version}; " +
                "client, proxy and service in one process",
                $"{load.Calls} calls: {string.Join(", ", load.Ends.OrderByDescending(end => end.Value)
                    .Select(end => $"{end.Value} {end.Key}"))}",
                $"{origin.RequestsPaid} requests paid for",
                $"promises broken: {load.Breaches.Count + origin.Breaches.Count + stranger.Visitors}",
                $"all calls ended: {haveEnded}; connections left after the client was disposed of: {after.Connections}",
                $"before the first call: {before.ResidentMiB:F0} MiB, {before.Handles} handles; after the last: " +
                $"{after.ResidentMiB:F0} MiB, {after.Handles} handles",
            ]));
        foreach (var breach in load.Breaches.Take(10))
        {
            Console.WriteLine(breach);
        }

        Console.WriteLine(isGood ? "flat, nothing broken" : "NOT GOOD");

        return isGood ? 0 : 1;
    }

    private static ImageClientOptions Options(FaultProxy proxy) => new()
    {
        ApiKey = Secrets.Key,
        Endpoint = proxy.Endpoint,
        ModelChecks = ImageModelChecks.Off,
        TimeProvider = FastClock.Instance,
        AttemptTimeout = FastClock.Slow(Patience),
        StallTimeout = FastClock.Slow(Patience),
    };
}
