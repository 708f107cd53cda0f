using System.Diagnostics;
using static OpenAIImages.Diagnostics.TelemetryNames;

namespace OpenAIImages.Diagnostics;

/// <summary>Observes one call about files or batches, or the reading of a batch's results.</summary>
/// <remarks>Such calls have a span and no metrics: the images of a batch were made hours ago.</remarks>
internal sealed class JobTelemetry : IDisposable
{
    private readonly Activity _span;

    private JobTelemetry(Activity span) => _span = span;

    /// <summary>Begins to observe a call. Its span becomes the current span.</summary>
    /// <param name="operation">The name of the span.</param>
    /// <param name="options">The options in force.</param>
    /// <returns>The telemetry, to be disposed of at the end; <see langword="null"/> when there is no
    /// listener.</returns>
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

    /// <summary>Makes the span the current one, since the reading of results runs in the context of the
    /// caller.</summary>
    public void MakeCurrent() => Activity.Current = _span;

    /// <summary>Sets the batch of the call.</summary>
    public void SetBatch(string id) => _span.SetTag(Tag.BatchId, id);

    /// <summary>Sets the numbers of result lines and of images.</summary>
    public void SetResults(int lines, int images)
    {
        _span.SetTag(Tag.BatchResults, lines);
        _span.SetTag(Tag.ImageCount, images);
    }

    /// <summary>Sets the number of attempts.</summary>
    public void SetAttempts(int attempts)
    {
        if (attempts > 1)
        {
            _span.SetTag(Tag.RetryCount, attempts - 1);
        }
    }

    /// <summary>Records that the call failed.</summary>
    public void Fail(Exception failure) => _span.SetFailure(ErrorType.NameOf(failure), failure);

    public void Dispose() => _span.Dispose();
}
