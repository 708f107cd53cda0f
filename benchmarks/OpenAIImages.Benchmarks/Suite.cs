using BenchmarkDotNet.Running;
using OpenAIImages.Benchmarks.Processes;
using OpenAIImages.Benchmarks.Report;
using OpenAIImages.Benchmarks.Stages;

namespace OpenAIImages.Benchmarks;

/// <summary>All measurements, in order, and their results.</summary>
/// <remarks>
/// Raw results are kept under <c>artifacts/benchmarks</c>, a file for each class. The suite makes the committed pages
/// from them, after a full run or by a command.
/// </remarks>
internal sealed class Suite
{
    private const int Success = 0;
    private const int Failure = 1;

    // Another build of the client can differ in its reading.
    private static readonly Type[] StagesOfOtherBuilds =
        [
            typeof(ReplyToBytes), typeof(ReplyToDestination), typeof(EscapedReply), typeof(EventsToBytes),
            typeof(EventsToDestination),
        ];

    private static readonly (string Name, Func<Task<StageResult>> Measure)[] Processes =
        [
            (nameof(ManyAtOnce), ManyAtOnce.MeasureAsync),
            (nameof(SaveToFiles), SaveToFiles.MeasureAsync),
            (nameof(BatchOutput), BatchOutput.MeasureAsync),
            (nameof(ColdStart), ColdStart.MeasureAsync),
            (nameof(EmulatorCalls), EmulatorCalls.MeasureAsync),
            (nameof(PainterCost), PainterCost.MeasureAsync),
        ];

    private readonly ResultStore _store = new(Repository.RawResults);

    /// <summary>Gets the names of the measurements of whole processes.</summary>
    public static IEnumerable<string> ProcessNames => Processes.Select(item => item.Name);

    /// <summary>Measures everything and writes every page.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAllAsync()
    {
        if (LibraryBuild.Name is not null)
        {
            return Run(StagesOfOtherBuilds, []) == Success ? Report() : Failure;
        }

        return RunStages(["--filter", "*"]) == Success && await RunProcessesAsync([]) == Success ? Report() : Failure;
    }

    /// <summary>Measures the classes that BenchmarkDotNet's own arguments select.</summary>
    /// <param name="args">The arguments.</param>
    /// <returns>The exit code.</returns>
    public int RunStages(string[] args)
        => Run([.. typeof(Suite).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Stage)))], args);

    /// <summary>Runs the measurements of whole processes.</summary>
    /// <param name="names">The names of the measurements; all measurements when empty.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunProcessesAsync(string[] names)
    {
        if (names.Except(ProcessNames).FirstOrDefault() is { } unknown)
        {
            await Console.Error.WriteLineAsync($"{unknown} is not one of {string.Join(", ", ProcessNames)}.");

            return Failure;
        }

        foreach (var (_, measure) in Processes.Where(item => names is [] || names.Contains(item.Name)))
        {
            var result = await measure();
            _store.Save(result);
            Console.WriteLine(StageTable.Write(result));
            Print([result]);
        }

        return Success;
    }

    /// <summary>Writes every page again from the last results.</summary>
    /// <returns>The exit code.</returns>
    public int Report()
    {
        var results = new ResultSet(_store.Load());
        Pages.Write(results, LibraryBuild.Name);
        Console.WriteLine(TargetTable.Write(results, withUnmeasured: true));

        return Success;
    }

    private int Run(Type[] stages, string[] args)
    {
        var config = new SuiteConfig(Path.Combine(Repository.RawResults, "BenchmarkDotNet"));
        var switcher = BenchmarkSwitcher.FromTypes([.. stages.Where(type => !type.IsAbstract)]);
        var summaries = (args is [] ? switcher.RunAll(config) : switcher.Run(args, config)).ToArray();
        StageResult[] results = [.. summaries.Where(summary => summary.HasReport()).Select(Measured.By)];
        foreach (var result in results)
        {
            _store.Save(result);
        }

        Print(results);

        return summaries.All(summary => summary.IsWhole()) ? Success : Failure;
    }

    // Prints the promises that depend on the measured classes.
    private static void Print(StageResult[] results)
        => Console.WriteLine(TargetTable.Write(new ResultSet(results), withUnmeasured: false));
}
