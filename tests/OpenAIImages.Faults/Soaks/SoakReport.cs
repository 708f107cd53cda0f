using System.Globalization;
using System.Text;

namespace OpenAIImages.Faults.Soaks;

/// <summary>Looks whether something grew, and writes what there was.</summary>
internal sealed class SoakReport(IReadOnlyList<SoakSample> samples)
{
    private const int MostRows = 20;

    // The last third against the middle one; the first is for filling pools and caches.
    private const double Margin = 1.1;

    private static readonly (string Name, Func<SoakSample, double> Value, double Slack)[] Measures =
    [
        ("resident memory, MiB", sample => sample.ResidentMiB, 16),
        ("managed heap, MiB", sample => sample.HeapMiB, 16),
        ("open handles", sample => sample.Handles, 32),
        ("connections", sample => sample.Connections, 32),
        ("threads", sample => sample.Threads, 8),
    ];

    public bool IsFlat => samples.Count >= 3 && Measures.All(IsMeasureFlat);

    public string Write(string title, IEnumerable<string> facts)
    {
        var text = new StringBuilder($"# {title}\n\n");
        foreach (var fact in facts)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {fact}\n");
        }

        text.Append("\n| | first | middle third | last third | last | |\n|---|---:|---:|---:|---:|---|\n");
        foreach (var measure in Measures)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {measure.Name} | {measure.Value(samples[0]):F0} | {Middle(measure.Value):F0} | " +
                $"{Last(measure.Value):F0} | {measure.Value(samples[^1]):F0} | " +
                $"{(IsMeasureFlat(measure) ? "flat" : "GREW")} |\n");
        }

        text.Append("\n| at | calls | resident, MiB | heap, MiB | handles | connections | threads |\n");
        text.Append("|---|---:|---:|---:|---:|---:|---:|\n");
        foreach (var sample in samples.Where((_, index) => index % ((samples.Count / MostRows) + 1) == 0))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {sample.At:hh\\:mm\\:ss} | {sample.Calls} | {sample.ResidentMiB:F0} | {sample.HeapMiB:F0} | " +
                $"{sample.Handles} | {sample.Connections} | {sample.Threads} |\n");
        }

        return text.ToString();
    }

    private bool IsMeasureFlat((string Name, Func<SoakSample, double> Value, double Slack) measure)
        => Last(measure.Value) <= (Middle(measure.Value) * Margin) + measure.Slack;

    private double Middle(Func<SoakSample, double> value)
        => samples.Skip(samples.Count / 3).Take(samples.Count / 3).Select(value).DefaultIfEmpty().Average();

    private double Last(Func<SoakSample, double> value)
        => samples.Skip(samples.Count / 3 * 2).Select(value).DefaultIfEmpty().Average();
}
