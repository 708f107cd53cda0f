using System.Diagnostics;
using static OpenAIImages.Diagnostics.TelemetryNames;

namespace OpenAIImages.Diagnostics;

/// <summary>Observes one download of an image behind a link.</summary>
/// <remarks>The span names only the host of the link, since the whole link gives access to the image.</remarks>
internal sealed class DownloadTelemetry : IDisposable
{
    private readonly Activity _span;

    private int _retries;

    private DownloadTelemetry(Activity span) => _span = span;

    /// <summary>Begins to observe a download. Its span becomes the current one.</summary>
    /// <returns>The telemetry of the download; <see langword="null"/> when there is no listener.</returns>
    public static DownloadTelemetry? Begin(Uri link)
    {
        if (Instruments.Source.StartActivity(Span.DownloadImage) is not { } span)
        {
            return null;
        }

        span.SetTag(Tag.ServerAddress, link.Host);
        span.SetTag(Tag.ServerPort, link.Port);

        return new DownloadTelemetry(span);
    }

    /// <summary>Counts a failed attempt that is repeated.</summary>
    public void AddRetry(Exception failure, TimeSpan delay)
    {
        _retries++;
        _span.AddRetry(ErrorType.NameOf(failure), delay);
    }

    /// <summary>Records that the image has come.</summary>
    public void Complete(long length) => _span.SetTag(Tag.DownloadBytes, length);

    /// <summary>Records that the download failed.</summary>
    /// <returns><see langword="false"/>, for use in an exception filter.</returns>
    public bool Fail(Exception failure)
    {
        _span.SetFailure(ErrorType.NameOf(failure), failure);

        return false;
    }

    public void Dispose()
    {
        if (_retries > 0)
        {
            _span.SetTag(Tag.RetryCount, _retries);
        }

        _span.Dispose();
    }
}
