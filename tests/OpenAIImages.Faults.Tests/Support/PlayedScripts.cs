using System.Collections.Concurrent;
using System.Globalization;
using OpenAIImages.Faults.Callers;
using OpenAIImages.Faults.Faults;
using OpenAIImages.Faults.Leaks;
using OpenAIImages.Faults.Proxies;
using OpenAIImages.Faults.Scripts;

namespace OpenAIImages.Faults.Tests.Support;

/// <summary>A thousand scripts, played once. Several tests check their reports.</summary>
/// <remarks>With <c>FAULT_SEED=17</c> in the environment, it plays only the script of that seed.</remarks>
public sealed class PlayedScripts : IAsyncLifetime
{
    private const int Scripts = 1_000;
    private const int AtOnce = 24;

    // A call takes milliseconds. On a machine with much other work it takes seconds.
    private static readonly TimeSpan Watchdog = TimeSpan.FromMinutes(3);

    private readonly ConcurrentBag<ScriptReport> _reports = [];
    private readonly ConcurrentBag<Exception> _unobserved = [];

    internal IReadOnlyCollection<ScriptReport> Reports => _reports;

    /// <summary>The exceptions of tasks that failed and were forgotten.</summary>
    internal IReadOnlyCollection<Exception> Unobserved => _unobserved;

    internal int StrangersVisitors { get; private set; }

    internal int BuffersRented { get; private set; }

    internal int BuffersMissing { get; private set; }

    internal string Traces { get; private set; } = "";

    internal static bool IsOneAlone => Seed is not null;

    private static string? Seed => Environment.GetEnvironmentVariable("FAULT_SEED");

    public async ValueTask InitializeAsync()
    {
        // The runtime reports the forgotten exceptions of earlier tests now, and not among exceptions of the scripts.
        CollectForgotten();
        TaskScheduler.UnobservedTaskException += Collect;
        using var buffers = new RentedBuffers();
        using var traces = new Traces();
        await using var stranger = new Stranger();
        var writer = new ScriptWriter(
            new FaultBook(Secrets.Key, stranger.Address), Enum.GetValues<Operation>());
        var run = new ScriptRun(new OurCaller(), Watchdog);
        await Parallel.ForEachAsync(
            Seed is { } seed ? [int.Parse(seed, CultureInfo.InvariantCulture)] : Enumerable.Range(1, Scripts),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, _) => _reports.Add(await run.PlayAsync(writer.Write(number))));

        CollectForgotten();
        TaskScheduler.UnobservedTaskException -= Collect;
        (BuffersRented, BuffersMissing) = (buffers.Total, buffers.Missing);
        Traces = traces.Text;
        StrangersVisitors = stranger.Visitors;
    }

    public ValueTask DisposeAsync() => default;

    // The runtime reports a forgotten exception when it collects the task.
    private static void CollectForgotten()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private void Collect(object? sender, UnobservedTaskExceptionEventArgs e) => _unobserved.Add(e.Exception);
}
