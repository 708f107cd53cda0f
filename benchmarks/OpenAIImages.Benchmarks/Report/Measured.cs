using System.Runtime.InteropServices;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Reports;
using OpenAIImages.Benchmarks.Stages;

namespace OpenAIImages.Benchmarks.Report;

/// <summary>Takes the figures of the report from the summaries of BenchmarkDotNet.</summary>
internal static class Measured
{
    /// <summary>Gets this machine as BenchmarkDotNet describes it, and the runtime.</summary>
    public static string Machine => string.Join(
        "; ",
        [
            .. HostEnvironmentInfo.GetCurrent().ToFormattedString().Select(line => line.Trim()),
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}",
        ]);

    /// <summary>Returns whether at least one benchmark was measured.</summary>
    public static bool HasReport(this Summary summary) => summary.Reports.Any(report => report.Success);

    /// <summary>Returns whether every benchmark was measured.</summary>
    public static bool IsWhole(this Summary summary)
        => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success);

    /// <summary>Takes the results of a class.</summary>
    public static StageResult By(Summary summary)
    {
        var reports = summary.Reports.Where(report => report.Success).ToArray();

        return new StageResult(
            reports[0].BenchmarkCase.Descriptor.Type.Name,
            DateTimeOffset.UtcNow,
            Machine,
            [.. reports.Select(Measure)],
            RunLength.IsShort);
    }

    private static Measurement Measure(BenchmarkReport report)
    {
        var statistics = report.ResultStatistics!;

        return new Measurement(
            report.BenchmarkCase.Descriptor.WorkloadMethod.Name,
            string.Join(", ", report.BenchmarkCase.Parameters.Items.Select(Name)),
            statistics.Median,
            statistics.StandardDeviation,
            report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0,
            PictureBytes(report.BenchmarkCase.Descriptor.Type, report.BenchmarkCase.Parameters));
    }

    // The name of a number is its unit, so the case shows both.
    private static string Name(BenchmarkDotNet.Parameters.ParameterInstance parameter)
        => parameter.Value is int number ? $"{number} {parameter.Name}" : $"{parameter.Value}";

    private static long PictureBytes(Type type, BenchmarkDotNet.Parameters.ParameterInstances parameters)
    {
        var stage = (Stage)Activator.CreateInstance(type)!;
        foreach (var parameter in parameters.Items)
        {
            type.GetProperty(parameter.Name)!.SetValue(stage, parameter.Value);
        }

        return stage.PictureBytes;
    }
}
