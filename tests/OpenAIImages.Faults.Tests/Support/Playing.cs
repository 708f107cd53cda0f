using System.Collections.Concurrent;
using OpenAIImages.Faults.Callers;
using OpenAIImages.Faults.Faults;
using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Scripts;

namespace OpenAIImages.Faults.Tests.Support;

/// <summary>Plays scripts that a test writes itself.</summary>
internal static class Playing
{
    private const int AtOnce = 24;

    // A call takes milliseconds. On a machine with much other work it takes seconds.
    private static readonly TimeSpan Watchdog = TimeSpan.FromMinutes(3);

    private static readonly ScriptRun Run = new(new OurCaller(), Watchdog);

    public static FaultScript Script(Operation operation, params Fault[] faults)
    {
        var order = new Order(Seed: 1, Length: 3_000, Count: 1, operation.Delivery());

        return new FaultScript(Seed: 1, operation, order, faults, LinkFaults: [], MaxRetries: 2);
    }

    public static Task<ScriptReport> PlayAsync(FaultScript script, Action<ImageClientOptions>? configure = null)
        => new ScriptRun(new OurCaller(), Watchdog) { Configure = configure }.PlayAsync(script);

    /// <summary>Plays several scripts, some of them at the same time.</summary>
    public static async Task<IReadOnlyCollection<ScriptReport>> PlayAsync(IEnumerable<FaultScript> scripts)
    {
        var reports = new ConcurrentBag<ScriptReport>();
        await Parallel.ForEachAsync(
            scripts,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (script, _) => reports.Add(await Run.PlayAsync(script)));

        return reports;
    }

    public static void AssertKept(params IEnumerable<ScriptReport> reports)
        => Assert.Empty(
            from report in reports
            from breach in Judge.Breaches(report)
            select $"{report.Script}{Environment.NewLine}{breach}");
}
