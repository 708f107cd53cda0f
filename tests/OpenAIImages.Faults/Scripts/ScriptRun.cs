using System.Diagnostics;
using OpenAIImages.Faults.Callers;
using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Proxies;

namespace OpenAIImages.Faults.Scripts;

/// <summary>Plays scripts, each with its own proxy and its own client.</summary>
/// <param name="caller">The client library.</param>
/// <param name="watchdog">The real time after which a call counts as hanging.</param>
internal sealed class ScriptRun(ICaller caller, TimeSpan watchdog)
{
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromMinutes(1);

    /// <summary>Gets the last change to the client's options.</summary>
    public Action<ImageClientOptions>? Configure { get; init; }

    public async Task<ScriptReport> PlayAsync(FaultScript script)
    {
        using var cancelling = new CancellationTokenSource();
        var directory = Directory.CreateTempSubdirectory("openai-images-faults-");
        var faults = new ScriptFaults(script, cancelling.CancelAfter);
        var origin = new CannedOrigin(Secrets.Key);
        var emissions = new Emissions();
        try
        {
            await using var proxy = new FaultProxy(origin, faults);
            var site = new CallSite(script, faults, proxy, directory.FullName, emissions) { Configure = Configure };
            var began = Stopwatch.GetTimestamp();
            var outcome = await WatchAsync(site, cancelling);
            var report = new ScriptReport(script, outcome, Stopwatch.GetElapsedTime(began))
            {
                AreConnectionsClosed = await proxy.IsLeftAsync(LongestFarewell),
                Attempts = faults.Attempts,
                LinkAttempts = faults.LinkAttempts,
                RequestsPaid = origin.RequestsPaid,
                PicturesMade = origin.PicturesMade,
                Arrived = origin.Breaches,
                Files = directory.EnumerateFiles()
                    .ToDictionary(file => file.Name, file => File.ReadAllBytes(file.FullName)),
                Emitted = emissions.Text,
            };

            return report;
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private async Task<CallOutcome?> WatchAsync(CallSite site, CancellationTokenSource cancelling)
    {
        var call = Task.Run(() => caller.CallAsync(site, cancelling.Token));
        if (await HasEndedAsync(call, watchdog))
        {
            return await call;
        }

        // A call that hangs is abandoned, so that the run continues.
        await cancelling.CancelAsync();
        await HasEndedAsync(call, LongestFarewell);

        return null;
    }

    private static async Task<bool> HasEndedAsync(Task call, TimeSpan limit)
    {
        await call.WaitAsync(limit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        return call.IsCompleted;
    }
}
