using System.Diagnostics;
using static OpenAIImages.Diagnostics.TelemetryNames;

namespace OpenAIImages.Diagnostics;

/// <summary>Watches one call about files or batches, or the reading of a batch's results.</summary>
/// <remarks>Such calls have a span and no metrics: the images of a batch were made hours ago.</remarks>
internal sealed class JobTelemetry : IDisposable
{
    private readonly Activity _span;

    private JobTelemetry(Activity span) => _span = span;

    /// <summary>Begins to watch. The span becomes the current one.</summary>
    /// <param name="operation">The name of the span.</param>
    /// <param name="options">The options in force.</param>
    /// <returns>The telemetry, to be disposed of at the end; <see langword="null"/> when nobody listens.</returns>
    public static JobTelemetry? Begin(string operation, ImageClientOptions options)
    {
        if (Instruments.Source.StartActivity(operation, ActivityKind.Client) is not { } span)
        {
            return null;
        }

        span.SetTag(Tag.ServerAddress, options.Endpoint.Host);
        span.SetTag(Tag.ServerPort, options.Endpoint.Port);

        return new JobTelemetry(span);
    }

    /// <summary>Makes the span the current one. Results are read in the context of their caller.</summary>
    public void MakeCurrent() => Activity.Current = _span;

    /// <summary>Says which batch it is about.</summary>
    public void SetBatch(string id) => _span.SetTag(Tag.BatchId, id);

    /// <summary>Says how many lines of results were read, and how many images came.</summary>
    public void SetResults(int lines, int images)
    {
        _span.SetTag(Tag.BatchResults, lines);
        _span.SetTag(Tag.ImageCount, images);
    }

    /// <summary>Says how many attempts were made.</summary>
    public void SetAttempts(int attempts)
    {
        if (attempts > 1)
        {
            _span.SetTag(Tag.RetryCount, attempts - 1);
        }
    }

    /// <summary>Says that it failed.</summary>
    public void Fail(Exception failure) => _span.SetFailure(ErrorType.NameOf(failure), failure);

    public void Dispose() => _span.Dispose();
}
