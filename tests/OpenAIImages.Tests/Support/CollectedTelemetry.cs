using System.Diagnostics;
using System.Globalization;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace OpenAIImages.Tests.Support;

/// <summary>Listens by OpenTelemetry as an application does, and keeps all telemetry of the client.</summary>
/// <remarks>It collects from the whole process, so its tests must run alone.</remarks>
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

    /// <summary>The spans in the order in which they ended.</summary>
    public IReadOnlyList<Activity> Spans => _spans;

    public Activity Span => Assert.Single(_spans);

    /// <summary>The instruments with their measurements so far.</summary>
    public IReadOnlyList<MetricSnapshot> Metrics
    {
        get
        {
            _metrics.Clear();
            Assert.True(_metering.ForceFlush());

            return _metrics;
        }
    }

    /// <summary>The measurements in one line for each set of tags: the values of the given tags, and the sum.</summary>
    public string[] Measured(string metric, params string[] tags)
        => [.. Metrics
            .Where(snapshot => snapshot.Name == metric)
            .SelectMany(snapshot => snapshot.MetricPoints.Select(point => Describe(point, snapshot.MetricType, tags)))
            .Order(StringComparer.Ordinal)];

    /// <summary>The text of all tags and descriptions, in which a test searches for secrets.</summary>
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
