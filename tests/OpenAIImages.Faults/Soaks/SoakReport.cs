using System.Globalization;
using System.Text;

namespace OpenAIImages.Faults.Soaks;

/// <summary>Decides whether a measure grew, and writes what was measured.</summary>
internal sealed class SoakReport
{
    private const int MostRows = 20;
    private const int FewestSamples = 6;
    private const double Million = 1_000_000;

    // For a million calls: 10 MiB are less than half of the smallest object for each call.
    private const double Negligible = 10;

    private static readonly (string Name, Func<SoakSample, double> Value)[] Measures =
    [
        ("client: resident memory, MiB", sample => sample.Client.ResidentMiB),
        ("client: heap in use, MiB", sample => sample.Client.HeapMiB),
        ("client: native memory in use, MiB", sample => sample.Client.Native.InUseMiB),
        // A connection is a handle, too. It is judged below.
        ("client: other open handles", sample => sample.Client.Handles - sample.Service.Connections),
        ("client: threads", sample => sample.Client.Threads),
        ("connections", sample => sample.Service.Connections),
    ];

    // The service is part of the test and promises nothing. Its figures stand beside the client's for comparison.
    private static readonly (string Name, Func<SoakSample, double> Value)[] MeasuresOfService =
    [
        ("service: resident memory, MiB", sample => sample.Service.Process.ResidentMiB),
        ("service: heap in use, MiB", sample => sample.Service.Process.HeapMiB),
    ];

    private readonly IReadOnlyList<SoakSample> _all;
    private readonly SoakSample[] _judged;

    /// <summary>Takes the samples.</summary>
    /// <param name="samples">The samples, in order. The first third is for warming up: it fills pools and caches, and
    /// is not judged.</param>
    public SoakReport(IReadOnlyList<SoakSample> samples)
    {
        _all = samples;
        _judged = [.. samples.Skip(samples.Count / 3)];
    }

    /// <summary>Gets whether there are enough samples and none of the client's measures grew.</summary>
    public bool IsFlat
        => _judged.Length >= FewestSamples && !Measures.Any(measure => SlopeOf(measure.Value).IsGrowth(Negligible));

    /// <summary>Writes the report in Markdown.</summary>
    public string Write(string title, IEnumerable<string> facts)
    {
        var text = new StringBuilder($"# {title}\n\n");
        foreach (var fact in facts)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {fact}\n");
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"""

            The first third of the time is for warming up. A straight line is fitted to the samples of the rest. The
            verdict is "flat" if the 95 % interval of its slope includes zero or lies below, or if the slope is less
            than {Negligible} for a million calls: 10 MiB are less than half of the smallest object for each call.
            Before each sample the whole heap is collected.


            """);
        if (_judged.Length < FewestSamples)
        {
            return text.Append("The soak was too short for a verdict.\n").ToString();
        }

        text.Append("| | first | first judged | last | slope for a million calls, 95 % interval | |\n");
        text.Append("|---|---:|---:|---:|---:|---|\n");
        foreach (var (name, value) in Measures)
        {
            AppendMeasure(text, name, value, SlopeOf(value).IsGrowth(Negligible) ? "**grew**" : "flat");
        }

        foreach (var (name, value) in MeasuresOfService)
        {
            AppendMeasure(text, name, value, "not judged");
        }

        AppendSamples(text);

        return text.ToString();
    }

    /// <summary>Writes a sample as a row of the report's second table.</summary>
    public static string Row(SoakSample sample)
    {
        var (client, service) = (sample.Client, sample.Service.Process);

        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {sample.At:hh\\:mm\\:ss} | {sample.Calls} | {client.ResidentMiB:F0} | " +
            $"{client.CommittedMiB:F0} | {client.HeapMiB:F1} | {client.Native.HeldMiB:F1} | " +
            $"{client.Native.InUseMiB:F1} | " +
            $"{client.Handles} | {client.Threads} | {sample.Service.Connections} | " +
            $"{service.ResidentMiB:F0} | {service.HeapMiB:F1} |");
    }

    private Slope SlopeOf(Func<SoakSample, double> value)
        => Slope.Fit([.. _judged.Select(sample => (sample.Calls / Million, value(sample)))]);

    private void AppendMeasure(StringBuilder text, string name, Func<SoakSample, double> value, string verdict)
    {
        var slope = SlopeOf(value);
        text.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {value(_all[0]):F0} | {value(_judged[0]):F0} | {value(_all[^1]):F0} | " +
            $"{Math.Round(slope.Value, 1):+0.0;-0.0} ± {slope.Error:0.0} | {verdict} |\n");
    }

    private void AppendSamples(StringBuilder text)
    {
        text.Append("\n| at | calls | client: resident, MiB | committed, MiB | heap, MiB ");
        text.Append("| native, held | in use, MiB | handles | threads ");
        text.Append("| connections | service: resident, MiB | heap, MiB |\n");
        text.Append("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var sample in _all.Where((_, index) => index % ((_all.Count / MostRows) + 1) == 0))
        {
            text.Append(Row(sample)).Append('\n');
        }
    }
}
