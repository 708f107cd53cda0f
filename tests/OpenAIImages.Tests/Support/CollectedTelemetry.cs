using System.Diagnostics;
using System.Globalization;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace OpenAIImages.Tests.Support;

/// <summary>Listens as an application does, by OpenTelemetry and our name, and keeps everything.</summary>
/// <remarks>It hears the whole process: for tests that run alone.</remarks>
internal sealed class CollectedTelemetry : IDisposable
{
    private readonly List<Activity> _spans = [];
    private readonly List<MetricSnapshot> _metrics = [];
    private readonly TracerProvider _tracing;
    private readonly MeterProvider _metering;

    public CollectedTelemetry(params string[] otherSources)
    {
        _tracing = Sdk.CreateTracerProviderBuilder()
            .AddSource("OpenAIImages")
            .AddSource(otherSources)
            .AddInMemoryExporter(_spans)
            .Build();
        _metering = Sdk.CreateMeterProviderBuilder()
            .AddMeter("OpenAIImages")
            .AddInMemoryExporter(_metrics)
            .Build();
    }

    /// <summary>The spans that have ended, in that order.</summary>
    public IReadOnlyList<Activity> Spans => _spans;

    public Activity Span => Assert.Single(_spans);

    /// <summary>The instruments that measured something, as they stand.</summary>
    public IReadOnlyList<MetricSnapshot> Metrics
    {
        get
        {
            _metrics.Clear();
            Assert.True(_metering.ForceFlush());

            return _metrics;
        }
    }

    /// <summary>What was measured, in one line for each set of tags: those that vary, and the sum.</summary>
    public string[] Measured(string metric, params string[] tags)
        => [.. Metrics
            .Where(snapshot => snapshot.Name == metric)
            .SelectMany(snapshot => snapshot.MetricPoints.Select(point => Describe(point, snapshot.MetricType, tags)))
            .Order(StringComparer.Ordinal)];

    /// <summary>Everything in all tags and descriptions, to be searched for what must not be there.</summary>
    public string Everything()
        => string.Join('\n', _spans.SelectMany(Texts).Concat(
            from metric in Metrics
            from point in metric.MetricPoints
            from tag in Tags(point)
            select $"{metric.Name} {tag.Key} {tag.Value}"));

    public static Dictionary<string, object?> Tags(MetricPoint point)
    {
        Dictionary<string, object?> tags = [];
        foreach (var tag in point.Tags)
        {
            tags.Add(tag.Key, tag.Value);
        }

        return tags;
    }

    public void Dispose()
    {
        _tracing.Dispose();
        _metering.Dispose();
    }

    private static string Describe(MetricPoint point, MetricType type, string[] tags)
    {
        var known = Tags(point);
        var sum = type switch
        {
            MetricType.LongSum => point.GetSumLong(),
            _ => point.GetHistogramSum(),
        };

        return string.Join(' ', tags.Select(tag => known.GetValueOrDefault(tag) ?? "none")
            .Append(sum.ToString(CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<string> Texts(Activity span)
        =>
        [
            span.DisplayName,
            span.StatusDescription ?? "",
            .. span.TagObjects.Select(tag => $"{tag.Key} {tag.Value}"),
            .. span.Events.SelectMany(item => item.Tags.Select(tag => $"{item.Name} {tag.Key} {tag.Value}")),
            .. span.Baggage.Select(item => $"{item.Key} {item.Value}"),
        ];
}
