using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using Perfolizer.Horology;

namespace OpenAIImages.Benchmarks;

/// <summary>The settings of all measurements.</summary>
/// <remarks>
/// Each benchmark has its own processes, so that it does not inherit the heap or compiled code of another benchmark. It
/// has three, because the place of its arrays in memory, and earlier use of its pages, can double its time. The garbage
/// collector is the default of a console program: concurrent, not the server's. Each process makes five measurements
/// after six for warming up; <c>--iterationCount</c> makes more. A measurement is long, because the first, cold calls
/// decide the number of calls in each measurement: with 150 ms the number was eight, and the benchmark measured code
/// that the runtime had not optimised yet. A short run has one process for each benchmark and fewer measurements, and
/// is less reliable.
/// </remarks>
internal sealed class SuiteConfig : ManualConfig
{
    private const int LaunchCount = 3;
    private const int WarmupCount = 6;
    private const int IterationCount = 5;
    private const int LaunchCountOfShortRun = 1;
    private const int IterationCountOfShortRun = 4;

    private static readonly TimeInterval IterationTime = TimeInterval.FromMilliseconds(400);

    // The default of two minutes is not enough for a busy machine.
    private static readonly TimeSpan LongestBuild = TimeSpan.FromMinutes(10);

    /// <summary>Makes the settings.</summary>
    /// <param name="artifacts">The folder for BenchmarkDotNet's own reports.</param>
    public SuiteConfig(string artifacts)
    {
        // One call takes microseconds or more, so the cost of the loop around it does not matter.
        var job = Job.Default
            .WithLaunchCount(RunLength.IsShort ? LaunchCountOfShortRun : LaunchCount)
            .WithWarmupCount(RunLength.IsShort ? IterationCountOfShortRun : WarmupCount)
            .WithIterationCount(RunLength.IsShort ? IterationCountOfShortRun : IterationCount)
            .WithIterationTime(IterationTime)
            .WithUnrollFactor(1)
            .WithEvaluateOverhead(false);
        AddJob(LibraryBuild.Name is { } build
            ? job.WithArguments([new MsBuildArgument($"/p:LibraryTfm={build}")])
            : job);
        AddLogger(ConsoleLogger.Default);
        AddColumnProvider(DefaultColumnProviders.Instance);
        AddExporter(MarkdownExporter.GitHub);
        ArtifactsPath = artifacts;
        BuildTimeout = LongestBuild;
        if (LibraryBuild.Name is not null)
        {
            AddFilter(new NameFilter(name => name is "OpenAI" or "Ours"));
        }
    }
}
