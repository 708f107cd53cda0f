using System.Diagnostics;
using System.Diagnostics.Metrics;
using static OpenAIImages.Diagnostics.TelemetryNames;

namespace OpenAIImages.Diagnostics;

/// <summary>The source of spans and the meter with its instruments. The process has one set, since listeners find them
/// by name.</summary>
internal sealed class Instruments : IDisposable
{
    // The boundaries of the conventions end at 81.92 seconds. Images take longer, and a call may take 20 minutes.
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries =
        [
            0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92,
            163.84, 327.68, 655.36, 1310.72,
        ],
    };

    private static readonly InstrumentAdvice<long> Tokens = new()
    {
        HistogramBucketBoundaries =
        [
            1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864,
        ],
    };

    private readonly Meter _meter = new(Library, LibraryVersion.Text);

    private readonly bool _isLatest;

    private readonly Histogram<long> _inputTokens;

    private readonly Histogram<long> _outputTokens;

    private readonly Instrument[] _all;

    /// <summary>Makes the instruments.</summary>
    /// <param name="isLatest">Whether the instruments have the newest names.</param>
    public Instruments(bool isLatest)
    {
        _isLatest = isLatest;
        Duration = CreateDuration(
            isLatest ? Metric.LatestDuration : Metric.Duration, "The duration of calls, with retries and the reply.");
        TimeToFirstChunk = CreateDuration(
            isLatest ? Metric.LatestTimeToFirstChunk : Metric.TimeToFirstChunk,
            "The time of streaming calls until the first image, also a partial one.");
        TimePerOutputChunk = CreateDuration(
            isLatest ? Metric.LatestTimePerOutputChunk : Metric.TimePerOutputChunk,
            "The time of streaming calls from each image to the next.");
        _inputTokens = CreateTokenHistogram(
            isLatest ? Metric.LatestInputTokens : Metric.Tokens, "Tokens of each call.");
        _outputTokens = isLatest
            ? CreateTokenHistogram(Metric.LatestOutputTokens, "Tokens of the output of each call.")
            : _inputTokens;
        InputUsage = CreateCounter(Metric.InputUsage, "{token}", "Tokens sent, those from a cache included.");
        OutputUsage = CreateCounter(Metric.OutputUsage, "{token}", "Tokens made.");
        CachedUsage = CreateCounter(Metric.CachedUsage, "{token}", "Tokens sent that came from a cache.");
        Images = CreateCounter(Metric.Images, "{image}", "Finished images received.");
        Cost = _meter.CreateCounter<double>(
            Metric.Cost, "{USD}", "The cost of calls in dollars, by the prices of the options.");
        Retries = CreateCounter(Metric.Retries, "{retry}", "Attempts repeated, by reason.");
        PossiblyBilled = CreateCounter(
            Metric.PossiblyBilled, "{call}", "Calls that may have been billed for images that did not arrive.");
        _all =
        [
            Duration, TimeToFirstChunk, TimePerOutputChunk, _inputTokens, _outputTokens, InputUsage, OutputUsage,
            CachedUsage, Images, Cost, Retries, PossiblyBilled,
        ];
    }

    public static ActivitySource Source { get; } = new(Library, LibraryVersion.Text);

    public static Instruments Shared { get; } = new(UseLatest(Environment.GetEnvironmentVariable));

    /// <summary>Gets whether there is a listener to measurements.</summary>
    public bool AreEnabled
    {
        get
        {
            foreach (var instrument in _all)
            {
                if (instrument.Enabled)
                {
                    return true;
                }
            }

            return false;
        }
    }

    public Histogram<double> Duration { get; }

    public Histogram<double> TimeToFirstChunk { get; }

    public Histogram<double> TimePerOutputChunk { get; }

    public Counter<long> InputUsage { get; }

    public Counter<long> OutputUsage { get; }

    public Counter<long> CachedUsage { get; }

    public Counter<long> Images { get; }

    public Counter<double> Cost { get; }

    public Counter<long> Retries { get; }

    public Counter<long> PossiblyBilled { get; }

    /// <summary>Records the tokens of one call, if the service reported them.</summary>
    public void RecordTokens(long? input, long? output, in TagList tags)
    {
        Record(_inputTokens, input, TagValue.Input, tags);
        Record(_outputTokens, output, TagValue.Output, tags);
    }

    public void Dispose() => _meter.Dispose();

    private void Record(Histogram<long> histogram, long? count, string type, TagList tags)
    {
        if (count is not { } known)
        {
            return;
        }

        if (!_isLatest)
        {
            tags.Add(Tag.TokenType, type);
        }

        histogram.Record(known, tags);
    }

    private Histogram<double> CreateDuration(string name, string description)
        => _meter.CreateHistogram(name, "s", description, tags: null, Seconds);

    private Histogram<long> CreateTokenHistogram(string name, string description)
        => _meter.CreateHistogram(name, "{token}", description, tags: null, Tokens);

    private Counter<long> CreateCounter(string name, string unit, string description)
        => _meter.CreateCounter<long>(name, unit, description);
}
