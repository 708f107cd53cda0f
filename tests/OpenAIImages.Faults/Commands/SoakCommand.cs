using System.Diagnostics;
using OpenAIImages.Faults.Scripts;
using OpenAIImages.Faults.Soaks;

namespace OpenAIImages.Faults.Commands;

/// <summary>Keeps one client busy for a long time, under faults, and measures whether anything grows.</summary>
/// <remarks>Ctrl+C ends it early; the report is written all the same.</remarks>
internal static class SoakCommand
{
    private const int AtOnce = 64;

    // The runtime's array pool keeps arrays for each thread. On a machine that is busy with other programs the runtime
    // adds threads, and memory with them. A fixed number of threads keeps that apart from growth.
    private const int Threads = 16;

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
        var threads = Math.Max(Threads, Environment.ProcessorCount);
        ThreadPool.SetMinThreads(threads, threads);
        ThreadPool.SetMaxThreads(threads, threads);
        var began = Stopwatch.GetTimestamp();
        var samples = new List<SoakSample>();
        var directory = Directory.CreateTempSubdirectory("openai-images-soak-");
        await using var service = await SoakService.StartAsync();
        var client = new OpenAIImageClient(Options(service.Endpoint));
        var load = new SoakLoad(client, directory.FullName);
        var before = ProcessSample.Take();
        var workers = Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => load.RunAsync(stopping.Token))).ToArray();
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(Interval, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stopping.IsCancellationRequested)
            {
                samples.Add(await TakeAsync());
                Console.WriteLine(SoakReport.Row(samples[^1]));
            }
        }

        var ending = Task.WhenAll(workers);
        await ending.WaitAsync(LongestFarewell).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var haveEnded = ending.IsCompletedSuccessfully;
        client.Dispose();
        var served = await service.TakeAsync(waitsUntilLeft: true);
        var after = ProcessSample.Take();
        directory.Delete(recursive: true);

        var report = new SoakReport(samples);
        var broken = load.Breaches.Count + served.Breaches.Count + served.Visitors;
        var isGood = report.IsFlat && haveEnded && served.Connections == 0 && broken == 0
            && served.RequestsPaid <= load.Calls;
        await File.WriteAllTextAsync(path, report.Write(
            $"{AtOnce} calls at once under faults, for {minutes:F0} minutes",
            [
                $"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, .NET {Environment.Version}; " +
                "the client in one process, proxy and service in another",
                $"{load.Calls} calls:\n  {string.Join(",\n  ", load.Ends.OrderByDescending(end => end.Value)
                    .Select(end => $"{end.Value} {end.Key}"))}",
                $"{served.RequestsPaid} requests paid for",
                $"promises broken: {broken}",
                $"all calls ended: {haveEnded}; connections left after the client was disposed of: " +
                $"{served.Connections}",
                $"the client before the first call: {before.ResidentMiB:F0} MiB, {before.HeapMiB:F1} MiB in use, " +
                $"{before.Handles} handles; after the last: {after.ResidentMiB:F0} MiB, {after.HeapMiB:F1} MiB in " +
                $"use, {after.Handles} handles",
            ]));
        foreach (var breach in load.Breaches.Concat(served.Breaches).Take(10))
        {
            Console.WriteLine(breach);
        }

        Console.WriteLine(isGood ? "flat, nothing broken" : "NOT GOOD");

        return isGood ? 0 : 1;

        async Task<SoakSample> TakeAsync() => new(
            Stopwatch.GetElapsedTime(began), load.Calls, ProcessSample.Take(), await service.TakeAsync());
    }

    private static ImageClientOptions Options(Uri endpoint) => new()
    {
        ApiKey = Secrets.Key,
        Endpoint = endpoint,
        ModelChecks = ImageModelChecks.Off,
        TimeProvider = FastClock.Instance,
        AttemptTimeout = FastClock.Slow(Patience),
        StallTimeout = FastClock.Slow(Patience),
    };
}
