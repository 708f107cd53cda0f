using OpenAIImages.Benchmarks.Processes;

namespace OpenAIImages.Benchmarks.Report;

/// <summary>The results of one class of benchmarks in one run.</summary>
/// <param name="Stage">The name of the class.</param>
/// <param name="Taken">The time of the run.</param>
/// <param name="Machine">The machine: operating system, processor, runtime.</param>
/// <param name="Measurements">The measurements, case by case, with all rivals of a case together.</param>
/// <param name="IsShort">Whether the run was a short one.</param>
internal sealed record StageResult(
    string Stage,
    DateTimeOffset Taken,
    string Machine,
    IReadOnlyList<Measurement> Measurements,
    bool IsShort = false)
{
    /// <summary>Returns whether the class measures whole processes, so that memory means their peak.</summary>
    public bool IsOfProcesses()
        => Stage is nameof(SaveToFiles) or nameof(BatchOutput) or nameof(ColdStart) or nameof(PainterCost);
}
