using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using Perfolizer.Horology;

namespace OpenAIImages.Benchmarks;

/// <summary>The settings of every measurement: short, and the same for all.</summary>
/// <remarks>
/// Each benchmark has processes of its own, so that none inherits another's heap or compiled code: three, since where
/// the arrays of one happen to lie, and whether its pages were in use before, can double its time. The garbage
/// collector is the one that a console program gets, concurrent and not the server's. Five measurements in each
/// process after six for warming up; <c>--iterationCount</c> asks for more. They are long, since the number
/// of calls in each is settled by the first, cold ones: at 150 ms it came out as eight, and what was measured was code
/// that the runtime had not optimised yet. A short run has one process for each benchmark
/// and fewer measurements, and is less to be trusted.
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

    /// <summary>Sets everything.</summary>
    /// <param name="artifacts">The folder for BenchmarkDotNet's own reports.</param>
    public SuiteConfig(string artifacts)
    {
        // One call takes microseconds or more, so what the loop around it costs does not count.
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
